//! The logo: a picture that comes with the articles.
//!
//! WHY checked: it becomes a file of the site under the site's own address. An SVG may hold scripts, which would run
//! there for whoever opens the picture by itself.

use xxhash_rust::xxh3::xxh3_64;

use super::value::Wrong;

/// The largest logo, in bytes: every first visit to the start page fetches it.
pub(crate) const LARGEST_LOGO: usize = 200_000;

/// A logo as it becomes a file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its name in the site's root, made of its bytes.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// Takes a picture.
    ///
    /// # Errors
    /// Why it is no logo, as the end of a sentence.
    pub(crate) fn of(path: &str, bytes: Vec<u8>) -> Result<Self, &'static str> {
        if bytes.len() > LARGEST_LOGO {
            return Err("it has more than 200 kB");
        }
        let extension = crate::read::extension(path);
        let fits = match extension.as_str() {
            "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
            "svg" => {
                let text = std::str::from_utf8(&bytes).map_err(|_| "it is no SVG in UTF-8")?;
                if is_active(text) {
                    return Err("it holds a script, a link or markup that is no picture; save it as plain SVG");
                }
                text.contains("<svg")
            }
            _ => return Err("it is no .svg, .png or .webp"),
        };
        if !fits {
            return Err("its bytes are not what its ending says");
        }
        Ok(Self { name: format!("logo-{:016x}.{extension}", xxh3_64(&bytes)), bytes })
    }
}

/// A path inside the settings' folder; none where nothing is given.
pub(super) fn path(text: &str) -> Result<Option<String>, Wrong> {
    let path = text.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    if path.is_empty() {
        return Ok(None);
    }
    let inside = path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains(':');
    if inside { Ok(Some(path.to_string())) } else { Err(Wrong::Is("it is a file in the folder of the articles")) }
}

/// Whether a picture may do more than be seen. Errs on the safe side: what is hidden behind character references or
/// declarations is taken for active too.
fn is_active(svg: &str) -> bool {
    let lower = svg.to_lowercase();
    let doubtful =
        ["script", "<!entity", "<foreignobject", "<iframe", "<embed", "<object", "<handler", "<a ", ":a ", "&#"];
    let handles = lower.match_indices("on").any(|(at, _)| {
        let (before, name) = lower.split_at_checked(at).unwrap_or_default();
        let before = before.chars().next_back();
        let name = name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start();
        name.starts_with('=') && before.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '/'))
    });
    handles || doubtful.iter().any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{LARGEST_LOGO, Logo, path};

    #[test]
    fn pictures_are_named_by_their_bytes() {
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" version="1.1"><path d="M0 0h9"/></svg>"#;
        let logo = Logo::of("a/Logo.SVG", svg.to_vec()).expect("a picture");
        assert!(logo.name.starts_with("logo-") && logo.name.ends_with(".svg") && logo.name.len() == 25);
        assert!(Logo::of("x.png", b"\x89PNG\r\n\x1a\n...".to_vec()).is_ok());
        assert!(Logo::of("x.webp", b"RIFF1234WEBP".to_vec()).is_ok());
    }

    #[test]
    fn what_is_no_picture_or_more_than_one_is_refused() {
        for svg in [
            "<svg><script>alert(1)</script></svg>",
            "<svg onload=\"alert(1)\">",
            "<svg\nonload = 'x'/>",
            "<svg><a href='java&#115;cript:x'>",
            "<svg xmlns:x='http://www.w3.org/2000/svg'><x:script/>",
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>",
            "<svg><foreignObject/></svg>",
            "<html></html>",
        ] {
            assert!(Logo::of("x.svg", svg.into()).is_err(), "{svg}");
        }
        assert!(Logo::of("x.png", b"<svg/>".to_vec()).is_err());
        assert!(Logo::of("x.gif", b"GIF89a".to_vec()).is_err());
        let large = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; LARGEST_LOGO]].concat();
        assert!(Logo::of("x.png", large).is_err());
    }

    #[test]
    fn only_a_file_of_the_folder_is_a_logo() {
        assert_eq!(path("./gambar\\logo.svg"), Ok(Some("gambar/logo.svg".to_string())));
        for out in ["../logo.svg", "/etc/logo.svg", "a/../../x.svg", "c:\\x.svg", "https://contoh.id/x.svg", "a//b.svg"]
        {
            assert!(path(out).is_err(), "{out}");
        }
    }
}

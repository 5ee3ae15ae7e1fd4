//! The way from words in the archive to the same words on the site that printed them.
//!
//! A text fragment (WICG Scroll To Text Fragment) lets a browser scroll to words of any page and mark them. Browsers that
//! do not know them open the page as usual.

/// Words at either end of a long text that name it.
const ENDS: usize = 4;
/// Texts of up to so many words are named whole.
const WHOLE: usize = 10;

/// Whether an address may stand in a link: a page of the web, and nothing that runs.
#[must_use]
pub fn is_web(address: &str) -> bool {
    let starts = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (starts("https://") || starts("http://")) && !address.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// The address of a page at `words`; none where the page's own is not one of the web.
#[must_use]
pub fn at_words(address: Option<&str>, words: &str) -> Option<String> {
    let address = address.filter(|address| is_web(address))?;
    let all: Vec<&str> = words.split_whitespace().collect();
    let mut out = String::from(address);
    // A fragment of the page's own stays in front.
    out.push_str(if address.contains('#') { ":~:text=" } else { "#:~:text=" });
    match (all.get(..ENDS), all.len().checked_sub(ENDS).and_then(|at| all.get(at..))) {
        (Some(first), Some(last)) if all.len() > WHOLE => {
            encode_words(first, &mut out);
            out.push(',');
            encode_words(last, &mut out);
        }
        _ => encode_words(&all, &mut out),
    }
    Some(out)
}

/// Writes words so that none of their characters means something: `-`, `,` and `&` do inside a text fragment.
fn encode_words(words: &[&str], out: &mut String) {
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            encode(" ", out);
        }
        encode(word, out);
    }
}

/// Writes a text so that none of its characters but letters and digits of ASCII stands for itself.
pub(super) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex(byte >> 4));
            out.push(hex(byte & 15));
        }
    }
}

/// A digit of a hexadecimal number. Formatting one as the standard library does would bring its code into the page.
fn hex(digit: u8) -> char {
    char::from(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 })
}

#[cfg(test)]
mod tests {
    use super::{at_words, is_web};

    #[test]
    fn only_pages_of_the_web_are_linked() {
        assert!(is_web("https://contoh.id/berita/1") && is_web("HTTP://contoh.id"));
        for address in
            ["javascript:alert(1)", "data:text/html,x", "//contoh.id", "htt", "https://a b", "\thttps://a", ""]
        {
            assert!(!is_web(address), "{address:?}");
            assert_eq!(at_words(Some(address), "kata"), None);
        }
        assert_eq!(at_words(None, "kata"), None);
    }

    #[test]
    fn short_words_are_named_whole_and_long_ones_by_their_ends() {
        let at = |address, words| at_words(Some(address), words).unwrap_or_default();
        assert_eq!(
            at("https://a.id/1", "jalan-desa, “siap”"),
            "https://a.id/1#:~:text=jalan%2Ddesa%2C%20%E2%80%9Csiap%E2%80%9D"
        );
        assert_eq!(at("https://a.id/1#isi", "satu\ndua"), "https://a.id/1#isi:~:text=satu%20dua");
        let long = "a b c d e f g h i j k";
        assert_eq!(at("https://a.id/", long), "https://a.id/#:~:text=a%20b%20c%20d,h%20i%20j%20k");
    }
}

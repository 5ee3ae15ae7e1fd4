//! What common hosts do not take.
//!
//! The figures are those of the hosts' own documentation, looked up on 2026-11-28; whoever raises one changes its row.

use std::fmt;
use std::fs;
use std::path::Path;

use serde::Serialize;

use super::Finding;

/// What a host limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// The files of a site.
    Files,
    /// The bytes of a file.
    FileBytes,
    /// The bytes of a site.
    SiteBytes,
    /// The entries of a folder.
    FolderEntries,
}

impl fmt::Display for Of {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Files => "files in a site",
            Self::FileBytes => "bytes in a file",
            Self::SiteBytes => "bytes in a site",
            Self::FolderEntries => "entries in a folder",
        })
    }
}

/// Hosts and their limits.
const LIMITS: [(&str, Of, u64); 7] = [
    // developers.cloudflare.com/pages/platform/limits: the free plan; paid plans take 100,000 files.
    ("Cloudflare Pages (free plan)", Of::Files, 20_000),
    ("Cloudflare Pages", Of::FileBytes, 25 << 20),
    // docs.github.com: "GitHub Pages limits", and "About large files on GitHub" where the site lies in a repository.
    ("GitHub Pages", Of::SiteBytes, 1_000_000_000),
    ("GitHub Pages (from a repository)", Of::FileBytes, 100 << 20),
    // docs.gitlab.com: settings of GitLab.com; an own instance may have others.
    ("GitLab Pages (gitlab.com)", Of::SiteBytes, 1_000_000_000),
    ("GitLab Pages (gitlab.com)", Of::Files, 200_000),
    // docs.netlify.com: "Files per directory limit".
    ("Netlify", Of::FolderEntries, 54_000),
];

/// What a site has of what hosts limit, and where there is most of it.
#[derive(Debug, Default)]
struct Measured {
    files: u64,
    bytes: u64,
    largest: (u64, String),
    fullest: (u64, String),
}

/// The limits that a site exceeds. One that cannot be listed exceeds none; whoever wrote it would have failed.
pub(super) fn find(site: &Path) -> Vec<Finding> {
    exceeded(&measure(site).unwrap_or_default(), &LIMITS)
}

fn exceeded(measured: &Measured, limits: &[(&'static str, Of, u64)]) -> Vec<Finding> {
    let over = limits.iter().filter_map(|&(host, of, most)| {
        let (has, file) = match of {
            Of::Files => (measured.files, None),
            Of::SiteBytes => (measured.bytes, None),
            Of::FileBytes => (measured.largest.0, Some(measured.largest.1.clone())),
            Of::FolderEntries => (measured.fullest.0, Some(measured.fullest.1.clone())),
        };
        (has > most).then_some(Finding::Host { host, of, most, has, file })
    });
    over.collect()
}

fn measure(site: &Path) -> std::io::Result<Measured> {
    let mut measured = Measured::default();
    let mut open = vec![(String::new(), site.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        let mut entries = 0;
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            entries += 1;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                open.push((format!("{name}/"), entry.path()));
            } else {
                let bytes = entry.metadata()?.len();
                measured.files += 1;
                measured.bytes += bytes;
                if bytes > measured.largest.0 {
                    measured.largest = (bytes, name);
                }
            }
        }
        if entries > measured.fullest.0 {
            measured.fullest = (entries, if prefix.is_empty() { "./".to_owned() } else { prefix });
        }
    }
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_site_has_too_much_of_and_where() {
        let site = tempfile::tempdir().unwrap();
        for name in ["", "artikel/a", "artikel/b", "artikel/c", "artikel/d"] {
            let path = site.path().join(name).join("index.html");
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "12345").unwrap();
        }
        fs::write(site.path().join("app.wasm"), [0; 30]).unwrap();
        let measured = measure(site.path()).unwrap();
        let limits = [("A", Of::Files, 6), ("B", Of::Files, 5), ("C", Of::SiteBytes, 54), ("D", Of::FileBytes, 29)];
        let limits = [&limits[..], &[("E", Of::FolderEntries, 3)]].concat();
        let found = exceeded(&measured, &limits);
        let file = |name: &str| Some(name.to_owned());
        assert_eq!(
            found,
            [
                Finding::Host { host: "B", of: Of::Files, most: 5, has: 6, file: None },
                Finding::Host { host: "C", of: Of::SiteBytes, most: 54, has: 55, file: None },
                Finding::Host { host: "D", of: Of::FileBytes, most: 29, has: 30, file: file("app.wasm") },
                Finding::Host { host: "E", of: Of::FolderEntries, most: 3, has: 4, file: file("artikel/") },
            ]
        );
        assert_eq!(find(site.path()), []);
    }
}

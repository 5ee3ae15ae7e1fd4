//! The page at an address of old: it leads to the new one.
//!
//! A static host knows no redirects that work everywhere, so this is a page that the browser leaves at once. Its
//! addresses are relative, so it works under any prefix; it runs nothing, so its policy forbids everything.

use super::head::escaped;
use super::routes::Moved;

/// The page of an address of old.
pub(super) fn page(moved: &Moved, base: Option<&str>) -> String {
    let to = escaped(&format!("{}{}", moved.from.to_root(), moved.to));
    let title = escaped(&moved.from.title);
    let canonical = base.map_or_else(String::new, |base| {
        format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&format!("{base}{}", moved.to)))
    });
    format!(
        "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<title>{title}</title>\n{canonical}</head>\n<body>\n\
         <p>Halaman ini pindah ke <a href=\"{to}\">{title}</a>.</p>\n\
         <p lang=\"en\">This page has moved to <a href=\"{to}\">{title}</a>.</p>\n</body>\n</html>\n"
    )
}

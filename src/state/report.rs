//! How a reader reports an error: a letter, or an entry in a tracker, that is begun already.
//!
//! Nothing is sent by the page: an address is opened that the archive's editors gave, and the reader sees what it says.

use jejak_archive::model::{Meta, Quote};
use jejak_archive::{Article, words};

use super::site::Site;
use super::source::{encode, is_web};
use super::url;

/// The places of the subject and of the text in an address of the web.
const GAPS: [&str; 2] = ["{judul}", "{isi}"];
/// So many bytes of a statement stand in a report: longer addresses are cut by some programs.
const WORDS: usize = 600;

/// Where the archive's editors are reached, if they say so.
#[must_use]
pub fn contact(meta: &Meta) -> Option<String> {
    begun(meta.contact.as_deref()?, ["", ""])
}

/// The address that begins a report of a statement: where it stands, what it says and to whom it was given.
#[must_use]
pub fn statement(site: &Site, article: &Article, quote: &Quote, speaker: &str) -> Option<String> {
    let (text, meta) = (site.text(), site.library.meta());
    let said = article.text.get(quote.span.range()).unwrap_or_default();
    let cut = said.get(..said.floor_char_boundary(WORDS)).unwrap_or_default();
    let address = url::quote(&article.id, &quote.anchor);
    let lines = [
        text.report_where().with(site.name(), site.library.stamp()),
        format!("{}{address}", meta.base_url.as_deref().unwrap_or_default()),
        String::new(),
        format!("“{cut}{}”", if cut.len() < said.len() { "…" } else { "" }),
        format!("{}: {speaker}. {}", text.quote_kind().of(quote.kind), text.sure(quote.confidence)),
        quote.how.map_or(text.how_none(), |how| text.how().of(how)).to_owned(),
        String::new(),
        text.report_right().to_owned(),
    ];
    begun(meta.contact.as_deref()?, [&text.report_subject().with(&address), &words::joined(&lines, "\n")])
}

/// The address that begins a report of a page that stopped: of which build it is, where it was, and what its console says.
#[must_use]
pub fn stopped(meta: &Meta, lines: &[&str]) -> Option<String> {
    let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
    let subject = lines.first().map_or("", String::as_str);
    begun(meta.contact.as_deref()?, [subject, &words::joined(&lines, "\n")])
}

/// An address with a subject and a text in it: of e-mail (RFC 6068), or of a page where it has gaps for them.
fn begun(contact: &str, parts: [&str; 2]) -> Option<String> {
    let encoded = parts.map(|part| {
        let mut out = String::new();
        encode(part, &mut out);
        out
    });
    if contact.starts_with("mailto:") {
        let [subject, body] = &encoded;
        let bare = subject.is_empty() && body.is_empty();
        return Some(if bare { contact.to_owned() } else { format!("{contact}?subject={subject}&body={body}") });
    }
    let filled = GAPS.iter().zip(&encoded).fold(contact.to_owned(), |address, (gap, part)| {
        match words::place_of(&address, gap).and_then(|at| address.split_at_checked(at)) {
            Some((before, rest)) => [before, part, rest.get(gap.len()..).unwrap_or_default()].concat(),
            None => address,
        }
    });
    is_web(&filled).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::begun;

    #[test]
    fn a_letter_and_an_entry_are_begun_and_nothing_in_them_means_anything() {
        let parts = ["Salah & keliru", "a=b\n“#” +"];
        assert_eq!(
            begun("mailto:redaksi@contoh.id", parts).unwrap(),
            "mailto:redaksi@contoh.id?subject=Salah%20%26%20keliru&body=a%3Db%0A%E2%80%9C%23%E2%80%9D%20%2B"
        );
        assert_eq!(
            begun("https://contoh.id/new?title={judul}&body={isi}#x", ["{isi}", "ya"]).unwrap(),
            "https://contoh.id/new?title=%7Bisi%7D&body=ya#x"
        );
        assert_eq!(begun("https://contoh.id/surat", parts).unwrap(), "https://contoh.id/surat");
        assert_eq!(begun("mailto:redaksi@contoh.id", ["", ""]).unwrap(), "mailto:redaksi@contoh.id");
        assert_eq!(begun("javascript:alert(1)", parts), None);
    }
}

//! The archive as a search engine that browsers can be given: an OpenSearch description (version 1.1, draft 6), which pages
//! name, so that words typed into the browser's own field are looked for here.

use std::fmt::Write as _;

use jejak_app::state::settings::Settings;
use jejak_app::text::Text;
use jejak_archive::model::Meta;

use super::feed::xml;

/// The file of the description.
pub(in super::super) const NAME: &str = "opensearch.xml";

/// How many characters a name and a description may have.
const SHORT: usize = 16;
const LONG: usize = 48;
const DESCRIPTION: usize = 1024;

/// The description of a site at this address. `name` is what its front page is called.
pub(super) fn description(meta: &Meta, base: &str, name: &str) -> String {
    let about = match meta.description.as_str() {
        "" => Text::of(Settings::default().language).tagline(),
        own => own,
    };
    let base = xml(base);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
    let _ = writeln!(out, "<ShortName>{}</ShortName>", xml(&cut(name, SHORT)));
    let _ = writeln!(out, "<LongName>{}</LongName>", xml(&cut(name, LONG)));
    let _ = writeln!(out, "<Description>{}</Description>", xml(&cut(about, DESCRIPTION)));
    if let Some(mail) = meta.contact.as_deref().and_then(|contact| contact.strip_prefix("mailto:")) {
        let _ = writeln!(out, "<Contact>{}</Contact>", xml(mail));
    }
    let _ = writeln!(out, "<Url type=\"text/html\" template=\"{base}?q={{searchTerms}}\"/>");
    let _ =
        writeln!(out, "<Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{base}{NAME}\"/>");
    let _ = writeln!(out, "<Language>{}</Language>", xml(&meta.language));
    out.push_str(
        "<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n</OpenSearchDescription>\n",
    );
    out
}

/// A text of at most so many characters: whole words where it is cut, as long as there is one.
fn cut(text: &str, most: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= most {
        return words;
    }
    let cut: String = words.chars().take(most).collect();
    let whole = words.chars().nth(most) == Some(' ');
    match cut.rsplit_once(' ').filter(|_| !whole) {
        Some((before, _)) => before.to_owned(),
        None => cut,
    }
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::super::tests::meta;
    use super::*;

    #[test]
    fn a_description_is_xml_within_its_bounds() {
        let mut meta = meta();
        meta.contact = Some("mailto:redaksi@arsip.example".to_owned());
        let text =
            description(&meta, "https://arsip.example/metro/", "Arsip <Contoh> & Kota Metro yang panjang sekali");
        let mut reader = Reader::from_str(&text);
        let (mut inside, mut told) = (String::new(), Vec::new());
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) => inside = element.name().as_ref().to_owned(),
                Ok(Event::Empty(element)) => {
                    let of = |name: &str| element.try_get_attribute(name).ok().flatten();
                    let template = of("template").map(|value| value.value.into_owned());
                    told.push(("Url".to_owned(), template.unwrap_or_default()));
                }
                Ok(Event::Text(text)) if !text.trim().is_empty() => {
                    told.push((inside.clone(), text.to_string()));
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{error}: {text}"),
            }
        }
        let of = |name: &str| told.iter().find(|(own, _)| own == name).map(|(_, text)| text.as_str());
        assert_eq!(of("Contact"), Some("redaksi@arsip.example"));
        assert_eq!(of("Url"), Some("https://arsip.example/metro/?q={searchTerms}"));
        assert!(text.contains("<ShortName>Arsip &lt;Contoh&gt; &amp;</ShortName>"), "{text}");
        assert!(
            text.contains("<LongName>Arsip &lt;Contoh&gt; &amp; Kota Metro yang panjang sekali</LongName>"),
            "{text}"
        );
        assert!(text.contains("<Description>Siapa &amp; kapan</Description>"), "{text}");
    }

    #[test]
    fn names_are_cut_between_words() {
        assert_eq!(cut("Jejak Kota Contoh Raya", 16), "Jejak Kota");
        assert_eq!(cut("Jejak Kota  Metro Raya", 16), "Jejak Kota Metro");
        assert_eq!(cut("Perpustakaannasional", 16), "Perpustakaannasi");
        assert_eq!(cut("", 16), "");
    }
}

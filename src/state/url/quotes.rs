//! The address of the quotes page: what the front page's addresses say, and `ragam`, `yakin` and `kelompok`.

use jejak_archive::model::QuoteKind;
use jejak_archive::statements::{Grouping, Kinds, StatementQuery};

use super::{MAX_CHOICES, not_read, read_pair, write_pairs};

/// The word of a kind of statement in addresses.
#[must_use]
pub fn kind_word(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "langsung",
        QuoteKind::Reported => "tidak-langsung",
    }
}

/// The word of a grouping in addresses.
#[must_use]
pub fn grouping_word(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Speaker => "tokoh",
        Grouping::Topic => "topik",
        Grouping::Month => "bulan",
    }
}

/// The address of the statements asked for.
#[must_use]
pub fn quotes(asked: &StatementQuery) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    write_pairs(&asked.query, &mut out);
    match asked.kinds {
        Kinds { direct: true, reported: true } => {}
        Kinds { direct: true, reported: false } => drop(out.append_pair("ragam", "langsung")),
        Kinds { direct: false, reported: true } => drop(out.append_pair("ragam", "tidak-langsung")),
        Kinds { direct: false, reported: false } => {
            out.append_pair("ragam", "-langsung").append_pair("ragam", "-tidak-langsung");
        }
    }
    if let Some(least) = asked.least {
        out.append_pair("yakin", &least.to_string());
    }
    if let Some(below) = asked.below {
        out.append_pair("yakin", &format!("-{below}"));
    }
    if let Some(grouping) = asked.group {
        out.append_pair("kelompok", grouping_word(grouping));
    }
    super::joined("kutipan/", &out.finish())
}

/// Reads the query of an address of the quotes page.
pub(super) fn read(text: &str, unread: &mut Vec<String>) -> StatementQuery {
    let mut asked = StatementQuery::default();
    let mut kinds = Vec::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()).take(4 * MAX_CHOICES) {
        if value.is_empty() {
            continue;
        }
        let read = match &*name {
            "ragam" => read_kind(&value).map(|kind| kinds.push(kind)).is_some(),
            "yakin" => read_confidence(&value, &mut asked),
            "kelompok" => {
                let all = [Grouping::Speaker, Grouping::Topic, Grouping::Month];
                let found = all.into_iter().find(|grouping| grouping_word(*grouping) == value);
                asked.group = found.or(asked.group);
                found.is_some()
            }
            _ => read_pair(&mut asked.query, &name, &value),
        };
        if !read {
            not_read(unread, &name, &value);
        }
    }
    asked.query.choices = super::in_order(&asked.query.choices).cloned().collect();
    // One of the wanted, none of the unwanted, as with all filters that repeat.
    let wants = kinds.iter().any(|(_, exclude)| !exclude);
    let holds = |kind| (!wants || kinds.contains(&(kind, false))) && !kinds.contains(&(kind, true));
    asked.kinds = Kinds { direct: holds(QuoteKind::Direct), reported: holds(QuoteKind::Reported) };
    asked
}

fn read_kind(value: &str) -> Option<(QuoteKind, bool)> {
    let (word, exclude) = value.strip_prefix('-').map_or((value, false), |rest| (rest, true));
    let kind = [QuoteKind::Direct, QuoteKind::Reported].into_iter().find(|kind| kind_word(*kind) == word)?;
    Some((kind, exclude))
}

/// Several values join: the lowest bound that is wanted and the lowest that is not.
fn read_confidence(value: &str, asked: &mut StatementQuery) -> bool {
    let (number, bound) = value.strip_prefix('-').map_or((value, &mut asked.least), |rest| (rest, &mut asked.below));
    match number.parse::<u8>() {
        Ok(number @ 0..=100) if number.to_string().len() == value.trim_start_matches('-').len() => {
            *bound = Some(bound.map_or(number, |before: u8| before.min(number)));
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::url::{Location, Route};

    fn asked(text: &str) -> (StatementQuery, Vec<String>) {
        let location = Location::read("kutipan/", text, "");
        match location.route {
            Route::Quotes(asked) => (asked, location.unread),
            other => panic!("expected the quotes page, got {other:?}"),
        }
    }

    #[test]
    fn every_parameter_survives_the_way_there_and_back() {
        let text = "q=harga+beras&tokoh=siti&tokoh=-budi&topik=pasar&sumber=kabar&sejak=2024-01-01&sampai=2026-01-31\
                    &urut=terlama&hal=2&ragam=tidak-langsung&yakin=60&yakin=-90&kelompok=bulan";
        let (read, unread) = asked(text);
        assert!(unread.is_empty(), "{unread:?}");
        assert_eq!(read.kinds, Kinds { direct: false, reported: true });
        assert_eq!((read.least, read.below, read.group), (Some(60), Some(90), Some(Grouping::Month)));
        assert_eq!(quotes(&read), format!("kutipan/?{text}"));
        assert_eq!(quotes(&StatementQuery::default()), "kutipan/");
    }

    #[test]
    fn kinds_join_and_a_minus_leaves_out() {
        let kinds = |text: &str| (asked(text).0.kinds.direct, asked(text).0.kinds.reported);
        assert_eq!(kinds("ragam=langsung&ragam=tidak-langsung"), (true, true));
        assert_eq!(kinds("ragam=-langsung"), (false, true));
        assert_eq!(kinds("ragam=langsung&ragam=-langsung"), (false, false));
        let neither = asked("ragam=-langsung&ragam=-tidak-langsung").0;
        assert_eq!(asked(quotes(&neither).strip_prefix("kutipan/?").unwrap()).0, neither);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let (read, unread) = asked("ragam=lisan&yakin=101&yakin=+5&kelompok=hari&warna=merah&yakin=80&yakin=60");
        assert_eq!(unread, ["ragam=lisan", "yakin=101", "yakin= 5", "kelompok=hari", "warna=merah"]);
        assert_eq!(read.least, Some(60));
    }
}

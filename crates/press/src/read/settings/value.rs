//! Values of the settings: each of one form, or wrong.

use jejak_archive::Date;
use jejak_archive::model::DataFiles;
use toml::de::DeValue;

use crate::problem::ProblemKind;
use crate::read::fields::{is_address, parse_date, shorten};

/// What is wrong with a key or its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// The key is not known.
    Key,
    /// The value is of another form.
    Value,
    /// The value is no list of tables.
    Tables,
    /// Something else, in words.
    Is(&'static str),
}

impl Wrong {
    /// The problem that it is, for a key.
    pub(super) fn kind(self, key: &str, value: &DeValue<'_>) -> ProblemKind {
        let key = shorten(key);
        match self {
            Self::Key => ProblemKind::UnknownKey { key },
            Self::Value => ProblemKind::BadValue { key, value: shown(value) },
            Self::Tables => ProblemKind::BadSetting { why: format!("tables of its kind are headed [[{key}]]"), key },
            Self::Is(why) => ProblemKind::BadSetting { key, why: why.to_string() },
        }
    }
}

/// A value in short, for a message.
pub(super) fn shown(value: &DeValue<'_>) -> String {
    shorten(value.as_str().unwrap_or(match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        other => other.type_str(),
    }))
}

/// A text without white space around it.
pub(super) fn words(value: &DeValue<'_>) -> Result<String, Wrong> {
    value.as_str().map(|text| text.trim().to_string()).ok_or(Wrong::Value)
}

/// Texts, none of them empty.
pub(super) fn list(value: &DeValue<'_>) -> Result<Vec<String>, Wrong> {
    let texts = value.as_array().ok_or(Wrong::Value)?.iter().map(|value| words(value.get_ref()));
    let texts: Vec<String> = texts.collect::<Result<_, _>>()?;
    if texts.iter().any(String::is_empty) { Err(Wrong::Value) } else { Ok(texts) }
}

/// Paragraphs of a text (apart by an empty line) or of a list of texts.
pub(super) fn paragraphs(value: &DeValue<'_>) -> Result<Vec<String>, Wrong> {
    let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<String> = match value {
        DeValue::String(text) => text.replace("\r\n", "\n").split("\n\n").map(one).collect(),
        DeValue::Array(values) => {
            values.iter().map(|value| value.get_ref().as_str().map(one)).collect::<Option<_>>().ok_or(Wrong::Value)?
        }
        _ => return Err(Wrong::Value),
    };
    Ok(all.into_iter().filter(|paragraph| !paragraph.is_empty()).collect())
}

/// A number from 1 to 100.
pub(super) fn count(value: &DeValue<'_>) -> Result<u32, Wrong> {
    let number = value.as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
    number.filter(|number| (1..=100).contains(number)).ok_or(Wrong::Is("it is a number from 1 to 100"))
}

/// A language tag of BCP 47, in its outer form.
pub(super) fn language(value: &DeValue<'_>) -> Result<String, Wrong> {
    let tag = words(value)?;
    let mut parts = tag.split('-');
    let first =
        parts.next().is_some_and(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if first && rest { Ok(tag) } else { Err(Wrong::Is("it is a language tag such as id or id-ID")) }
}

/// An address of the web, or of e-mail with or without `mailto:`.
pub(super) fn contact(value: &DeValue<'_>) -> Result<Option<String>, Wrong> {
    let given = words(value)?;
    let mail = given.strip_prefix("mailto:").unwrap_or(&given);
    let is_mail = |text: &str| {
        let plain =
            |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b));
        text.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
    };
    match given.as_str() {
        "" => Ok(None),
        _ if is_mail(mail) => Ok(Some(format!("mailto:{mail}"))),
        _ if is_address(&given) => Ok(Some(given)),
        _ => Err(Wrong::Is("it is an e-mail address, or a page's address that begins with https://")),
    }
}

/// The address of a site: of a folder, so it ends in `/`.
pub(super) fn site_address(value: &DeValue<'_>) -> Result<Option<String>, Wrong> {
    let given = words(value)?;
    if given.is_empty() {
        return Ok(None);
    }
    let plain = !given.contains(['?', '#', '"', '<', '>', '\\']) && !given.contains("/../");
    if !is_address(&given) || !plain {
        return Err(Wrong::Is("it is the address of the site's folder, such as https://contoh.id/arsip/"));
    }
    Ok(Some(format!("{}/", given.trim_end_matches('/'))))
}

/// True or false.
pub(super) fn truth(value: &DeValue<'_>) -> Result<bool, Wrong> {
    value.as_bool().ok_or(Wrong::Is("it is true or false, without quotation marks"))
}

/// Whether texts are shown whole; else what was said is all that is shown.
pub(super) fn whole_text(value: &DeValue<'_>) -> Result<bool, Wrong> {
    match words(value)?.as_str() {
        "full" | "penuh" | "" => Ok(true),
        "quotes" | "kutipan" => Ok(false),
        _ => Err(Wrong::Is("it is \"full\" (penuh) or \"quotes\" (kutipan)")),
    }
}

/// Which tables a site hands out whole.
pub(super) fn data_files(value: &DeValue<'_>) -> Result<DataFiles, Wrong> {
    match words(value)?.as_str() {
        "tables" | "tabel" | "" => Ok(DataFiles::Tables),
        "full" | "penuh" => Ok(DataFiles::Full),
        "none" | "tanpa" => Ok(DataFiles::None),
        _ => Err(Wrong::Is("it is \"tables\" (tabel), \"full\" (penuh) or \"none\" (tanpa)")),
    }
}

/// The address of a page.
pub(super) fn address(value: &DeValue<'_>) -> Result<Option<String>, Wrong> {
    let given = words(value)?;
    match given.as_str() {
        "" => Ok(None),
        _ if is_address(&given) => Ok(Some(given)),
        _ => Err(Wrong::Is("it is a page's address that begins with https://")),
    }
}

/// A day, as TOML's own or as text.
pub(super) fn day(value: &DeValue<'_>) -> Result<Date, Wrong> {
    let text = match value {
        DeValue::Datetime(day) => day.to_string(),
        _ => words(value)?,
    };
    parse_date(&text).ok_or(Wrong::Is("it is a day such as 2026-01-19"))
}

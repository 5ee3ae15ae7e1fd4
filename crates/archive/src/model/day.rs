//! How a day is stored: in the binary form as one small number that orders as days do, in text as `YYYY-MM-DD`.
//!
//! Parsing days from text brings a parser and its messages along, far more code than all of the decoding. The page
//! only ever reads the binary form, so there the day is a number.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Date;

/// Days since a fixed day long before all news: the difference of two is how many days lie between them.
#[must_use]
pub fn day_number(date: Date) -> i64 {
    let before = i64::from(date.year()) + 9_999;
    before * 365 + before.div_euclid(4) - before.div_euclid(100)
        + before.div_euclid(400)
        + i64::from(date.day_of_year())
}

/// A day as one number.
pub(crate) fn pack(date: Date) -> u32 {
    let year = (i32::from(date.year()) + 10_000).unsigned_abs();
    (year * 16 + u32::from(date.month().unsigned_abs())) * 32 + u32::from(date.day().unsigned_abs())
}

/// The day that [`pack`] made a number of.
pub(crate) fn unpack(number: u32) -> Option<Date> {
    let year = i16::try_from(i64::from(number >> 9) - 10_000).ok()?;
    Date::new(year, (number >> 5 & 15) as i8, (number & 31) as i8).ok()
}

pub(crate) fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    if to.is_human_readable() { date.serialize(to) } else { pack(*date).serialize(to) }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    if from.is_human_readable() {
        return Date::deserialize(from);
    }
    unpack(u32::deserialize(from)?).ok_or_else(|| serde::de::Error::custom("no day"))
}

/// The same for a day that may be missing.
pub(crate) mod option {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer, pack, unpack};

    pub(crate) fn serialize<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { date.serialize(to) } else { date.map(pack).serialize(to) }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        if from.is_human_readable() {
            return Option::deserialize(from);
        }
        Ok(Option::<u32>::deserialize(from)?.and_then(unpack))
    }
}

#[cfg(test)]
mod tests {
    use super::{day_number, pack, unpack};
    use crate::model::{Date, Role, Standing};
    use jiff::civil::date;

    #[test]
    fn days_pack_in_order() {
        let days = [Date::MIN, date(-1, 12, 31), date(2026, 1, 5), Date::MAX];
        assert!(days.is_sorted_by_key(|&day| pack(day)));
        days.iter().for_each(|&day| assert_eq!(unpack(pack(day)), Some(day)));
        assert_eq!(unpack(0), None);
        assert_eq!(unpack(u32::MAX), None);
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |from, to| day_number(to) - day_number(from);
        assert_eq!(days(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days(date(2023, 12, 31), date(2024, 1, 1)), 1);
        assert_eq!(days(date(1999, 1, 1), date(2001, 1, 1)), 731);
    }

    #[test]
    fn a_day_is_words_in_text_and_a_number_in_the_binary_form() {
        let role = Role {
            office: "Camat".into(),
            organisation: None,
            standing: Standing::Definitive,
            from: Some(date(2026, 1, 5)),
            to: None,
            articles: Vec::new(),
        };
        let text = serde_json::to_string(&role).expect("plain data");
        assert!(text.contains("\"2026-01-05\""), "{text}");
        assert_eq!(serde_json::from_str::<Role>(&text).ok().as_ref(), Some(&role));
        let bytes = postcard::to_allocvec(&role).expect("plain data");
        assert!(bytes.len() < 16);
        assert_eq!(postcard::from_bytes::<Role>(&bytes).as_ref(), Ok(&role));
    }
}

//! Days as addresses and date fields write them: `2026-01-19`.
//!
//! `jiff` reads far more forms than a date field knows and brings the words of all its errors along, a tenth of the
//! page's code; this reads the one form.

use jejak_archive::Date;

/// The day that a text of the form `YYYY-MM-DD` names.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten()
    };
    let (month, day) = (i8::try_from(digits(5..7)?).ok()?, i8::try_from(digits(8..10)?).ok()?);
    Date::new(digits(0..4)?, month, day).ok().filter(|date| date.year() > 0)
}

/// The day in the form that [`read`] reads.
#[must_use]
pub fn write(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_in_the_one_form_are_read() {
        assert_eq!(read("2024-02-29"), Some(Date::constant(2024, 2, 29)));
        for text in
            ["2023-02-29", "2024-2-29", "2024-02-29T00", "0000-01-01", "+024-01-01", "２０２４-01", "2024/01/01", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(write(Date::constant(987, 3, 4)), "0987-03-04");
    }
}

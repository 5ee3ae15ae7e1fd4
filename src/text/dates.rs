//! Dates in words.

use jejak_archive::Date;

use super::Text;
use super::words::Names;

impl Text {
    /// `Senin, 19 Januari 2026`.
    #[must_use]
    pub fn date_long(&'static self, date: Date) -> String {
        let weekday = nth(self.weekdays(), date.weekday().to_monday_zero_offset());
        format!("{weekday}, {} {}", date.day(), self.month(date))
    }

    /// `19 Jan 2026`.
    #[must_use]
    pub fn date_short(&'static self, date: Date) -> String {
        format!("{} {}", date.day(), self.month_short(date))
    }

    /// `Januari 2026`.
    #[must_use]
    pub fn month(&'static self, date: Date) -> String {
        format!("{} {}", nth(self.months(), date.month() - 1), date.year())
    }

    /// `Jan 2026`.
    #[must_use]
    pub fn month_short(&'static self, date: Date) -> String {
        format!("{} {}", nth(self.months_short(), date.month() - 1), date.year())
    }
}

fn nth(names: Names<usize>, at: i8) -> &'static str {
    usize::try_from(at).map_or("", |at| names.of(at))
}

#[cfg(test)]
mod tests {
    use jejak_archive::Date;

    use crate::state::settings::Language;
    use crate::text::Text;

    #[test]
    fn a_date_names_its_weekday() {
        let date = Date::constant(2026, 1, 19);
        assert_eq!(Text::of(Language::Id).date_long(date), "Senin, 19 Januari 2026");
        assert_eq!(Text::of(Language::En).date_long(date), "Monday, 19 January 2026");
        assert_eq!(Text::of(Language::Id).date_short(Date::constant(2025, 8, 7)), "7 Agu 2025");
        assert_eq!(Text::of(Language::Id).month(Date::constant(2024, 12, 31)), "Desember 2024");
        assert_eq!(Text::of(Language::En).month_short(Date::constant(2024, 5, 31)), "May 2024");
    }
}

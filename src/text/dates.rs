//! Dates in words.

use jejak_archive::Date;

/// The names of months and weekdays in one language.
pub struct Calendar {
    /// January to December.
    pub months: [&'static str; 12],
    /// January to December, short.
    pub short: [&'static str; 12],
    /// Monday to Sunday.
    pub weekdays: [&'static str; 7],
}

impl Calendar {
    /// `Senin, 19 Januari 2026`.
    #[must_use]
    pub fn long(&self, date: Date) -> String {
        let weekday = nth(&self.weekdays, date.weekday().to_monday_zero_offset());
        format!("{weekday}, {} {} {}", date.day(), nth(&self.months, date.month() - 1), date.year())
    }

    /// `19 Jan 2026`.
    #[must_use]
    pub fn short(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), nth(&self.short, date.month() - 1), date.year())
    }

    /// `Januari 2026`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        format!("{} {}", nth(&self.months, date.month() - 1), date.year())
    }

    /// `Jan 2026`.
    #[must_use]
    pub fn short_month(&self, date: Date) -> String {
        format!("{} {}", nth(&self.short, date.month() - 1), date.year())
    }
}

fn nth(names: &[&'static str], at: i8) -> &'static str {
    usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jejak_archive::Date;

    use crate::state::settings::Language;
    use crate::text::Text;

    #[test]
    fn a_date_names_its_weekday() {
        let date = Date::constant(2026, 1, 19);
        assert_eq!((Text::of(Language::Id).date_long)(date), "Senin, 19 Januari 2026");
        assert_eq!((Text::of(Language::En).date_long)(date), "Monday, 19 January 2026");
        assert_eq!((Text::of(Language::Id).date_short)(Date::constant(2025, 8, 7)), "7 Agu 2025");
        assert_eq!((Text::of(Language::Id).month)(Date::constant(2024, 12, 31)), "Desember 2024");
    }
}

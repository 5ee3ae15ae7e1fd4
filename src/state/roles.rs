//! Offices on a line of time, and where articles disagree about them.
//!
//! An office is shown as articles print it. Whether somebody held it for good or only filled in for another is a legal
//! question, and articles differ; so what differs is said, and not decided.

use jejak_archive::model::{Role, Standing};

/// Two standings of one office that do not agree, or that follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Index of the role that was seen first.
    pub earlier: usize,
    /// Index of the other one.
    pub later: usize,
    /// Whether both are printed within the same time; else one follows the other.
    pub overlaps: bool,
}

/// The pairs of roles that give one office in two standings at the same time, or one after the other with no third
/// standing between.
#[must_use]
pub fn differences(roles: &[Role]) -> Vec<Difference> {
    let mut all = Vec::new();
    for (i, a) in roles.iter().enumerate() {
        for (j, b) in roles.iter().enumerate().skip(i + 1) {
            if !a.is_office_of(b) || a.standing == b.standing {
                continue;
            }
            let (Some(a_span), Some(b_span)) = (a.span(), b.span()) else { continue };
            let swap = b_span < a_span;
            let ((earlier, first), (later, second)) =
                if swap { ((j, b_span), (i, a_span)) } else { ((i, a_span), (j, b_span)) };
            let overlaps = second.0 <= first.1;
            let between = |other: &Role| {
                other.span().is_some_and(|(from, to)| from > first.1 && to < second.0) && other.is_office_of(a)
            };
            if overlaps || !roles.iter().any(between) {
                all.push(Difference { earlier, later, overlaps });
            }
        }
    }
    all
}

/// An office in one line: in what standing, which, and where.
#[must_use]
pub fn title(role: &Role) -> String {
    let standing = if role.standing == Standing::Definitive { "" } else { role.standing.as_str() };
    let within = role.organisation.as_deref().unwrap_or_default();
    let joint = if within.is_empty() { "" } else { ", " };
    format!("{standing} {}{joint}{within}", role.office).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use jejak_archive::Date;

    use super::*;

    fn role(standing: Standing, from: (i16, i8, i8), to: (i16, i8, i8)) -> Role {
        let day = |(y, m, d)| Date::new(y, m, d).ok();
        Role {
            office: "Camat".into(),
            organisation: Some("Sukamaju".into()),
            standing,
            from: day(from),
            to: day(to),
            articles: vec![],
        }
    }

    #[test]
    fn a_standing_inside_the_time_of_another_differs() {
        let roles = [
            role(Standing::Acting, (2025, 7, 1), (2026, 2, 10)),
            role(Standing::Definitive, (2026, 1, 5), (2026, 1, 5)),
        ];
        assert_eq!(differences(&roles), [Difference { earlier: 0, later: 1, overlaps: true }]);
        let turned = [roles[1].clone(), roles[0].clone()];
        assert_eq!(differences(&turned), [Difference { earlier: 1, later: 0, overlaps: true }]);
    }

    #[test]
    fn one_after_the_other_is_a_change_unless_a_third_is_between() {
        let acting = role(Standing::TaskHolder, (2024, 1, 1), (2024, 3, 1));
        let held = role(Standing::Definitive, (2024, 9, 1), (2025, 1, 1));
        let change = Difference { earlier: 0, later: 1, overlaps: false };
        assert_eq!(differences(&[acting.clone(), held.clone()]), [change]);
        let between = role(Standing::Acting, (2024, 5, 1), (2024, 6, 1));
        let steps = differences(&[acting.clone(), between, held]);
        assert_eq!(steps, [change, Difference { earlier: 1, later: 2, overlaps: false }]);
        let mut elsewhere = role(Standing::Definitive, (2024, 2, 1), (2024, 2, 1));
        elsewhere.organisation = Some("Sukamulya".into());
        assert!(differences(&[acting.clone(), elsewhere.clone()]).is_empty());
        elsewhere.organisation = None;
        assert_eq!(differences(&[acting, elsewhere]).len(), 1, "an office without an organisation may be the same");
    }

    #[test]
    fn undated_roles_are_never_said_to_differ() {
        let mut undated = role(Standing::Acting, (2024, 1, 1), (2024, 1, 1));
        (undated.from, undated.to) = (None, None);
        assert!(differences(&[undated, role(Standing::Definitive, (2024, 1, 1), (2024, 1, 1))]).is_empty());
    }
}

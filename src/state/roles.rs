//! Offices on a line of time, and where articles disagree about them.
//!
//! An office is shown as articles print it. Whether somebody held it for good or only filled in for another is a legal
//! question, and articles differ; so what differs is said, and not decided.

use jejak_archive::Date;
use jejak_archive::model::{EntityRef, Role, Standing};

use super::library::Library;

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
            if !same_office(a, b) || a.standing == b.standing {
                continue;
            }
            let (Some(a_span), Some(b_span)) = (span(a), span(b)) else { continue };
            let swap = b_span < a_span;
            let ((earlier, first), (later, second)) =
                if swap { ((j, b_span), (i, a_span)) } else { ((i, a_span), (j, b_span)) };
            let overlaps = second.0 <= first.1;
            let between = |other: &Role| {
                span(other).is_some_and(|(from, to)| from > first.1 && to < second.0) && same_office(other, a)
            };
            if overlaps || !roles.iter().any(between) {
                all.push(Difference { earlier, later, overlaps });
            }
        }
    }
    all
}

/// Whether two roles are the same office; one that names no organisation may be of any.
fn same_office(a: &Role, b: &Role) -> bool {
    a.office == b.office && (a.organisation.is_none() || b.organisation.is_none() || a.organisation == b.organisation)
}

/// The role that other articles show at a day beside the one that an article prints: the same office in another standing,
/// from before that day to after it.
#[must_use]
pub fn in_force(roles: &[Role], article: u32, day: Date) -> Option<&Role> {
    let printed: Vec<&Role> = roles.iter().filter(|role| role.articles.contains(&article)).collect();
    let around = |role: &&Role| span(role).is_some_and(|(from, to)| from < day && day < to);
    let other = |role: &&Role| {
        let differs = |own: &&Role| same_office(own, role) && own.standing != role.standing;
        !role.articles.contains(&article) && printed.iter().any(differs)
    };
    roles.iter().filter(around).find(other)
}

/// The office of a person that other articles show at that day in another standing than this one prints.
#[must_use]
pub fn other_role(library: &Library, entity: Option<EntityRef>, article: u32, day: Option<Date>) -> Option<&Role> {
    let Some(EntityRef::Person(at)) = entity else { return None };
    in_force(&library.people().get(at as usize)?.roles, article, day?)
}

/// An office in one line: in what standing, which, and where.
#[must_use]
pub fn title(role: &Role) -> String {
    let standing = if role.standing == Standing::Definitive { "" } else { role.standing.as_str() };
    let within = role.organisation.as_deref().unwrap_or_default();
    let joint = if within.is_empty() { "" } else { ", " };
    format!("{standing} {}{joint}{within}", role.office).trim_start().to_owned()
}

/// First and last day of a role.
#[must_use]
pub fn span(role: &Role) -> Option<(Date, Date)> {
    let from = role.from.or(role.to)?;
    let to = role.to.unwrap_or(from);
    Some((from.min(to), from.max(to)))
}

#[cfg(test)]
mod tests {
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
    fn what_an_article_prints_is_held_against_what_others_show_that_day() {
        let mut acting = role(Standing::Acting, (2025, 7, 28), (2026, 2, 11));
        acting.articles = vec![1, 4];
        let mut printed = role(Standing::Definitive, (2026, 1, 19), (2026, 1, 19));
        printed.articles = vec![2];
        let roles = [acting, printed];
        let day = Date::constant(2026, 1, 19);
        assert_eq!(in_force(&roles, 2, day), Some(&roles[0]));
        assert_eq!(in_force(&roles, 1, Date::constant(2025, 7, 28)), None, "it prints what is in force");
        assert_eq!(in_force(&roles, 3, day), None, "an article that prints no office differs from none");
        assert_eq!(in_force(&roles, 2, Date::constant(2026, 3, 1)), None);
    }

    #[test]
    fn undated_roles_are_never_said_to_differ() {
        let mut undated = role(Standing::Acting, (2024, 1, 1), (2024, 1, 1));
        (undated.from, undated.to) = (None, None);
        assert!(differences(&[undated, role(Standing::Definitive, (2024, 1, 1), (2024, 1, 1))]).is_empty());
    }
}

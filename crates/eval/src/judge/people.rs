//! People with their offices.

use jejak_press::annotate::{Annotated, PersonNote, RoleNote};

use super::plain;
use crate::gold::{Gold, GoldPerson, GoldRole};
use crate::miss::{Fault, Page};

/// People by name, their offices with standing, and both together: a person with a role is right where the name is and
/// every labelled office is found with its standing. One found besides is held against `office` alone: labels state the
/// offices that stand beside a name, and the press also reads those said in another clause.
pub(super) fn people(gold: &Gold, note: &Annotated, page: &mut Page<'_>) {
    let Some(wanted) = &gold.people else { return };
    let with_office = || note.people.iter().filter(|person| !person.roles.is_empty());
    let (mut names, mut whole) = (0, 0);
    let (mut offices, mut bodies) = (0, 0);
    for person in wanted {
        let found = note.people.iter().find(|found| plain(&found.name) == plain(&person.name));
        names += usize::from(found.is_some());
        let (own, own_bodies) = roles(person, found, page);
        (offices, bodies) = (offices + own, bodies + own_bodies);
        match found {
            None => {
                page.missed("person", None, &person.name);
                page.missed("person-with-role", Some(&person.name), labelled(&person.roles));
            }
            Some(_) if own == person.roles.len() => whole += 1,
            Some(found) => {
                let (wanted, found) = (labelled(&person.roles), all(&found.roles));
                page.miss("person-with-role", Fault::Wrong, Some(&person.name), Some(wanted), Some(found));
            }
        }
    }
    for extra in with_office().filter(|found| !wanted.iter().any(|person| plain(&found.name) == plain(&person.name))) {
        page.extra("person", None, &extra.name);
        page.extra("person-with-role", Some(&extra.name), all(&extra.roles));
        extra.roles.iter().for_each(|role| besides(&extra.name, role, page));
    }
    let roles = wanted.iter().map(|person| person.roles.len()).sum();
    let found_roles: usize = with_office().map(|person| person.roles.len()).sum();
    page.tally.add("person", names, with_office().count().max(names), wanted.len());
    page.tally.add("person-with-role", whole, with_office().count().max(names), wanted.len());
    page.tally.add("office", offices, found_roles, roles);
    page.tally.add("office-body", bodies, found_roles, roles);
}

/// The offices of one labelled person: how many are found, and of how many the body is right too.
fn roles(person: &GoldPerson, found: Option<&PersonNote>, page: &mut Page<'_>) -> (usize, usize) {
    let own = found.map_or(&[][..], |found| found.roles.as_slice());
    let mut used = vec![false; own.len()];
    let (mut offices, mut bodies) = (0, 0);
    for role in &person.roles {
        let same = own
            .iter()
            .position(|own| plain(&own.office) == plain(&role.office) && own.standing.as_str() == role.standing);
        let Some((used, own)) = same.and_then(|at| used.get_mut(at).zip(own.get(at))) else {
            page.missed("office", Some(&person.name), office(&role.standing, &role.office));
            let body = role.organisation.clone();
            page.miss("office-body", Fault::Missed, Some(&of(&person.name, &role.office)), body, None);
            continue;
        };
        *used = true;
        offices += 1;
        if own.organisation.as_deref().map(plain) == role.organisation.as_deref().map(plain) {
            bodies += 1;
        } else {
            let (wanted, found) = (role.organisation.clone(), own.organisation.clone());
            page.miss("office-body", Fault::Wrong, Some(&of(&person.name, &role.office)), wanted, found);
        }
    }
    own.iter().zip(used).filter(|(_, used)| !used).for_each(|(role, _)| besides(&person.name, role, page));
    (offices, bodies)
}

/// An office that no label states.
fn besides(name: &str, role: &RoleNote, page: &mut Page<'_>) {
    page.extra("office", Some(name), office(role.standing.as_str(), &role.office));
    page.miss("office-body", Fault::Extra, Some(&of(name, &role.office)), None, role.organisation.clone());
}

fn of(name: &str, office: &str) -> String {
    format!("{name}, {office}")
}

fn office(standing: &str, office: &str) -> String {
    format!("{standing} {office}")
}

fn labelled(roles: &[GoldRole]) -> String {
    listed(roles.iter().map(|role| office(&role.standing, &role.office)))
}

fn all(roles: &[RoleNote]) -> String {
    listed(roles.iter().map(|role| office(role.standing.as_str(), &role.office)))
}

fn listed(roles: impl Iterator<Item = String>) -> String {
    roles.collect::<Vec<_>>().join("; ")
}

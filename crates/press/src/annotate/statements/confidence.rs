//! How sure an attribution is.
//!
//! WHY by the name first: whose turn it is, is seldom wrong; what the name is, more often. A name that the article shows
//! in an office is one; a lone word that it shows in none may be a half, a nickname, a firm or glued to what stood before.

use jejak_archive::model::How;

use crate::annotate::statements::attribution::{Attribution, Place};
use crate::annotate::statements::scene::{Scene, Who};

/// What makes the words of a statement, or that it is one, less sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Nothing.
    None,
    /// A mark had to be supplied, so that the quote may begin or end elsewhere.
    Supplied,
    /// Speech that a verb reports without a conjunction.
    Unmarked,
}

/// How sure an attribution is, in hundredths.
///
/// The figures are shares of right attributions, counted on articles that were labelled before the press was run on them
/// (see `docs/accuracy.md`).
pub(crate) fn confidence(scene: &Scene<'_>, attribution: &Attribution, doubt: Doubt) -> u8 {
    let Some(agent) = &attribution.agent else { return 0 };
    let Some(who) = &agent.who else { return 0 };
    let name: u8 = match who {
        Who::Person(person) => {
            let lone = scene.person(*person).parts.len() <= 1;
            let held = agent.role.is_some() || scene.first_role.get(*person).is_some_and(Option::is_some);
            match (lone, held) {
                (false, true) => 97,
                (false, false) => 91,
                (true, true) => 94,
                (true, false) => 68,
            }
        }
        Who::Organisation(_) => 84,
        Who::Role(_) => 78,
    };
    let carried = match (agent.how, agent.distance) {
        (How::Pronoun | How::Nya, 0..=1) => 1,
        (How::Pronoun | How::Nya, 2..=4) => 3,
        (How::Pronoun | How::Nya, _) => 5,
        (How::Office, _) => 3,
        (How::Name | How::PartOfName | How::Organisation | How::Correction, _) => 0,
    };
    let place = match attribution.place {
        Place::Behind | Place::Before => 0,
        Place::Around | Place::Beside => 3,
        Place::AroundExpression => 8,
        Place::Nowhere => 10,
    };
    let less = match doubt {
        Doubt::None => 0,
        Doubt::Supplied => 10,
        Doubt::Unmarked => 3,
    };
    name - carried - place - less
}

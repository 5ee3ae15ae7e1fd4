//! How sure an attribution is.

use jejak_archive::model::How;

use crate::annotate::statements::attribution::{Attribution, Place};
use crate::annotate::statements::scene::{Scene, Who};

/// How sure an attribution is, in hundredths.
///
/// The figures are shares of right attributions, counted on articles that were labelled before the press was run on them
/// (see `docs/accuracy.md`). What decides most is the name: one of several words is seldom wrong; a lone word may be a
/// nickname, a half or no name at all.
pub(crate) fn confidence(scene: &Scene<'_>, attribution: &Attribution, supplied: bool) -> u8 {
    let Some(agent) = &attribution.agent else { return 0 };
    let Some(who) = &agent.who else { return 0 };
    let name: u8 = match who {
        Who::Person(person) if scene.people.people[*person].parts.len() <= 1 => 80,
        Who::Person(_) => 96,
        Who::Organisation(_) => 85,
        Who::Role(_) => 78,
    };
    let carried = match (agent.how, agent.distance) {
        (How::Pronoun | How::Nya, 0..=1) => 3,
        (How::Pronoun | How::Nya, 2..=4) => 5,
        (How::Pronoun | How::Nya, _) => 9,
        (How::Office, _) => 3,
        (How::Name | How::PartOfName | How::Organisation | How::Correction, _) => 0,
    };
    let place = match attribution.place {
        Place::Behind | Place::Before => 0,
        Place::Around | Place::Beside => 3,
        Place::AroundExpression => 8,
        Place::Nowhere => 14,
    };
    name - carried - place - if supplied { 4 } else { 0 }
}

//! Offices that an article names a sentence or two before their holder.
//!
//! WHY a module of its own: everywhere else the office and the name stand in one sentence; here only the order of the
//! sentences tells, so the marks are other ones: the office opens its sentence, and the next person to speak is new.

use crate::annotate::names::people::People;
use crate::lexicon::CueForm;
use crate::text::Text;

/// How many sentences behind an office its holder may first be named.
const LATER: u32 = 3;

/// `Ketua Umum Asosiasi Peternak angkat bicara. … Sari mengakui hal itu.`: an office that opens a sentence without its
/// holder is that of the next person who speaks, if the article has not named that one before and gives no other office.
#[expect(
    clippy::indexing_slicing,
    reason = "mentions and offices name people by their places, and there is a mark for each of them"
)]
pub(crate) fn named(text: &Text<'_>, found: &mut People) {
    let mut mentions: Vec<(usize, usize)> =
        found.mentions.iter().map(|mention| (mention.words.start, mention.person)).collect();
    mentions.sort_unstable();
    let mut first = vec![usize::MAX; found.people.len()];
    for (start, person) in &mentions {
        first[*person] = first[*person].min(*start);
    }
    let mut held = vec![false; found.people.len()];
    for holder in found.roles.iter().filter_map(|role| role.holder) {
        held[holder] = true;
    }
    for role in &mut found.roles {
        let start = role.words.start;
        let head = start - text.sentence_start(start).min(start);
        let opens = head == 0 || (head <= 2 && text.gap_before(start).trim() == ",");
        if role.holder.is_some()
            || role.former
            || role.organisation.is_none()
            || !opens
            || !text.word(start).is_capital()
        {
            continue;
        }
        let next = mentions.partition_point(|(at, _)| *at < role.words.end);
        let Some((at, person)) = mentions.get(next).copied() else { continue };
        let speaks = text.joined(at) && text.cue(at + 1).is_some_and(|cue| cue.form == CueForm::Active);
        if !held[person]
            && first[person] == at
            && text.sentence_start(at) == at
            && speaks
            && (1..=LATER).contains(&(text.word(at).sentence - text.word(start).sentence))
        {
            role.holder = Some(person);
            held[person] = true;
        }
    }
}

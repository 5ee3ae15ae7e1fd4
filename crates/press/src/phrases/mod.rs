//! Key phrases: topics that an archive has of its own, found in its words (`Jual beli jabatan`, `Pemutihan pajak`).
//!
//! WHY beside the listed topics: those are the fields of government, the same everywhere, while a reader looks for what
//! this archive keeps coming back to. A phrase is one if several articles are about it, and if of those that have it a good
//! share are: `harga emas` stands in few articles that are about something else, `pihak lain` in many. That share is
//! what tells a term from a turn of speech, after K. Church and W. Gale, *Poisson Mixtures* (1995), who find that words of
//! content come in bursts; and of phrases that hold one another the one stays that more articles are about, as in the
//! C-value of K. Frantzi, S. Ananiadou and H. Mima (2000). No list of another corpus is needed.
//!
//! Phrases are chosen by the oldest articles, as many as the largest power of two that there are. So an article that comes
//! changes neither which phrases there are nor what the others are about, until their number has doubled.

mod choose;
mod gather;

use crate::link::Entry;
use crate::many;

pub(crate) use gather::{Gathered, gather};

/// Most key phrases of one article.
const MOST: usize = 3;

/// Gives articles the key phrases of all as topics, behind those that they have. What was gathered is given up.
pub(crate) fn add(entries: &mut [Entry]) {
    let chosen = choose::choose(entries);
    let work: Vec<&mut Entry> = entries.iter_mut().collect();
    many::map(work, |entry| {
        let gathered = std::mem::take(&mut entry.note.phrases);
        let mut own: Vec<(u32, &String)> =
            gathered.about.iter().filter_map(|phrase| Some((phrase.points, chosen.get(&phrase.hash)?))).collect();
        own.sort_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        let topics = &mut entry.note.topics;
        let fresh: Vec<String> =
            own.into_iter().map(|(_, name)| name.clone()).filter(|name| !topics.contains(name)).take(MOST).collect();
        topics.extend(fresh);
    });
}

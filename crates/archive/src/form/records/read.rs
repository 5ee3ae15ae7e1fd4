//! Reads a group.

use super::{Alias, FEW, FEW_BYTES, INSIDE, KINDS, Known, MOST, bound, days};
use crate::engine::Name;
use crate::form::bits::BitReader;
use crate::form::own::REGULATION;
use crate::form::pack::Model;
use crate::form::varint::Numbers;
use crate::model::day::unpack;
use crate::model::{Date, Role, Standing};
use crate::words::slug;

/// Reads a group of an archive of so many articles, of which `day` knows the days; ends where the bytes make no sense.
pub(crate) fn read(
    group: &[u8],
    model: Option<&Model>,
    articles: u32,
    day: &dyn Fn(u32) -> Option<Date>,
) -> Vec<Known> {
    let mut all = Vec::new();
    let mut numbers = Numbers::new(group);
    let Some((length, packed)) = numbers.next().zip(numbers.next()) else { return all };
    let packed = numbers.take(packed).unwrap_or_default();
    let words = model.map_or_else(|| Some(packed.to_vec()), |model| model.unpack(packed, length as usize));
    let words = words.and_then(|words| String::from_utf8(words).ok()).unwrap_or_default();
    let left = group.len().saturating_mul(MOST).saturating_add(FEW);
    let mut reader = Reader { bits: BitReader::new(numbers.rest()), words: Vec::new(), left, articles, day };
    if let Some(hashes) = reader.begin(&words) {
        for (hash, before) in hashes.into_iter().zip(0..) {
            let Some(own) = reader.own(hash - before).filter(|_| !reader.bits.is_over()) else { break };
            all.push(own);
        }
    }
    all
}

struct Reader<'a> {
    bits: BitReader<'a>,
    words: Vec<String>,
    /// How many items may still come.
    left: usize,
    articles: u32,
    day: &'a dyn Fn(u32) -> Option<Date>,
}

impl<'a> Reader<'a> {
    /// Reads which words there are, and the hashes.
    fn begin(&mut self, mut words: &str) -> Option<Vec<u32>> {
        for _ in 0..self.count()? {
            let same = self.number()? as usize;
            let own = self.number()?.checked_shl(FEW_BYTES)? | self.bits.take(FEW_BYTES);
            let (own, rest) = words.split_at_checked(own as usize)?;
            let before = self.words.last().map_or("", String::as_str).get(..same)?;
            self.left = self.left.checked_sub(same)?;
            let mut word = before.to_owned();
            word.push_str(own);
            self.words.push(word);
            words = rest;
        }
        let count = self.count()?;
        self.ascending(count, (1 << INSIDE) + count as u32)
    }

    fn own(&mut self, hash: u32) -> Option<Known> {
        let mut own = Known { kind: self.bits.below(2 * KINDS), hash, ..Known::default() };
        if self.bits.take(1) > 0 {
            let Name { name, slug, .. } = self.name()?;
            own.called = Some((name, slug));
        }
        if own.kind >= KINDS {
            return Some(own);
        }
        for _ in 0..self.count()? {
            own.aliases.push(self.alias()?);
        }
        for _ in 0..self.count()? {
            own.honorifics.push(self.word()?);
        }
        let bound = bound(self.articles);
        for article in self.some(bound)? {
            own.articles.push((self.article(article)?, 0));
        }
        for (_, said) in &mut own.articles {
            *said = self.number()?;
        }
        let (again, all) = (self.count()?, own.printed());
        own.again = self.ascending(again, all)?;
        if own.kind == REGULATION {
            for &(article, said) in &own.articles {
                self.left = self.left.checked_sub(said as usize)?;
                let mut before = 0u32;
                for _ in 0..said {
                    let place = before.checked_add(self.number()?)?;
                    own.places.push((article, place));
                    before = place.checked_add(1)?;
                }
            }
        }
        if own.kind == 0 {
            for (article, _) in own.articles.iter().filter(|(_, said)| own.called.is_some() && *said == 0) {
                if self.bits.take(1) == 0 {
                    own.nameless.push(*article);
                }
            }
            for _ in 0..self.count_about_one()? {
                let office = self.word()?;
                let organisation = if self.bits.take(1) > 0 { Some(self.word()?) } else { None };
                own.roles.push(Role { office, organisation, ..self.role(Some(&own.articles))? });
            }
        }
        if own.kind == 1 {
            for _ in 0..self.count()? {
                let person = self.name()?;
                let office = self.word()?;
                let body = self.bits.below(own.aliases.len() as u32 + 1).checked_sub(1);
                // Whether it is one that is words of the name is known with the name; such a one is written whole.
                let organisation = match body.and_then(|body| own.aliases.get(body as usize)) {
                    Some(Alias::Whole(alias)) => Some(alias.clone()),
                    _ => None,
                };
                own.holders.push((person, Role { office, organisation, ..self.role(None)? }));
            }
        }
        Some(own)
    }

    fn alias(&mut self) -> Option<Alias> {
        Some(match self.bits.take(1) {
            0 => Alias::Whole(self.word()?),
            _ => Alias::Words(self.number()? as usize, self.number()? as usize),
        })
    }

    /// The rest of an office.
    fn role(&mut self, among: Option<&[(u32, u32)]>) -> Option<Role> {
        let standing = *Standing::ALL.get(self.number()? as usize)?;
        let end = among.map_or(bound(self.articles), |all| all.len() as u32);
        let mut articles = self.some(end)?;
        articles.reverse();
        for article in &mut articles {
            *article = match among {
                Some(all) => all.get(*article as usize)?.0,
                None => self.article(*article)?,
            };
        }
        let (mut from, mut to) = days(&articles, self.day);
        if self.bits.take(1) > 0 {
            (from, to) = (self.day()?, self.day()?);
        }
        Some(Role { office: String::new(), organisation: None, standing, from, to, articles })
    }

    /// A day, or none.
    fn day(&mut self) -> Option<Option<Date>> {
        Some(self.number()?.checked_sub(1).and_then(unpack))
    }

    /// An article that is counted from the oldest.
    fn article(&self, rank: u32) -> Option<u32> {
        self.articles.checked_sub(1)?.checked_sub(rank)
    }

    fn number(&mut self) -> Option<u32> {
        self.bits.gamma()?.checked_sub(1)
    }

    fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        self.left = self.left.checked_sub(count)?;
        Some(count)
    }

    fn count_about_one(&mut self) -> Option<usize> {
        let count = (self.number()? ^ 1) as usize;
        self.left = self.left.checked_sub(count)?;
        Some(count)
    }

    fn some(&mut self, end: u32) -> Option<Vec<u32>> {
        let count = self.count_about_one()?;
        self.ascending(count, end)
    }

    fn ascending(&mut self, count: usize, end: u32) -> Option<Vec<u32>> {
        let mut numbers = vec![0; count];
        self.bits.ascending(&mut numbers, 0, end)?;
        Some(numbers)
    }

    fn word(&mut self) -> Option<String> {
        let number = self.bits.below(self.words.len() as u32);
        self.words.get(number as usize).cloned()
    }

    fn name(&mut self) -> Option<Name> {
        let name = self.word()?;
        let slug = if self.bits.take(1) > 0 { slug(&name) } else { self.word()? };
        Some(Name { kind: 0, name, slug, has_page: true })
    }
}

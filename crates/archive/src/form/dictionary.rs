//! The dictionary with its postings: every form of a word, its family, and where it stands.
//!
//! Forms stand in byte order, in parts that stand alone; the catalogue knows the first form of each part. A part holds
//! the forms from its first to the next part's first, and the postings of all families whose **name** (the root, as
//! the press stems) lies there. So one part answers a word and those of its relatives that begin like the root; a form
//! whose family lies in another part (`kementerian`, of `menteri`) says the family's name, and that part answers.
//!
//! ```text
//! length of the packed rows | length of the rows | rows, packed | the lists, one behind the other
//! row: shared with the form before | length | the other bytes | where | number of the list (0: a name alone)
//! where: 0, length of the family's name, the name, articles   in another part
//!        n * 2 + named                                        the family n - 1 back from the next new one
//! behind the rows: how many families; of each how many lists and bytes, and the articles of each list
//! ```
//!
//! A phrase that is one and the same as another form (`sekretaris daerah`, `sekda`) stands here as a form of several words
//! joined by single spaces, in the family of the others.
//!
//! A family's lists are numbered from 1 by their oldest article, so that newer articles only add numbers at the end.

use std::ops::Range;

use super::pack::{Model, Packer};
use super::varint::{Numbers, put};

/// No form has more bytes, however many words it has: many rows that each share all of the one before stay small.
const LONGEST: usize = 1024;

/// Where a form's postings lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Entry {
    /// Which part.
    pub(crate) part: u32,
    /// Which family of the part.
    pub(crate) family: u32,
    /// Which list of the family is this form's, counted from 1; 0 where the form only names the family.
    pub(crate) list: u32,
    /// In how many articles the form stands.
    pub(crate) articles: u32,
}

/// A form while its part is written.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    pub(super) form: &'a str,
    pub(super) articles: u32,
    /// The family's name.
    pub(super) family: &'a str,
    /// Number of its list; 0 for a name alone.
    pub(super) list: u32,
}

/// A family's name, how many articles each of its lists has, and how many bytes all of them.
pub(super) type Lists<'a> = (&'a str, Vec<u32>, usize);

/// Rows and families as they are before packing. `families` are those whose names lie in the part, by name.
pub(super) fn rows(rows: &[Row<'_>], families: &[Lists<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut order: Vec<usize> = Vec::new();
    let mut before = "";
    put(rows.len() as u64, &mut out);
    for row in rows {
        let form = row.form;
        let shared =
            form.char_indices().map(|(i, c)| i + c.len_utf8()).take_while(|&i| before.get(..i) == form.get(..i));
        let shared = shared.last().unwrap_or(0);
        put(shared as u64, &mut out);
        put((form.len() - shared) as u64, &mut out);
        #[expect(clippy::indexing_slicing, reason = "what is shared ends with one of the form's letters")]
        out.extend_from_slice(&form.as_bytes()[shared..]);
        match families.binary_search_by(|(name, ..)| (*name).cmp(row.family)) {
            Ok(family) => {
                let named = u64::from(row.form == row.family);
                let back = match order.iter().rposition(|&known| known == family) {
                    Some(at) => order.len() - at,
                    None => {
                        order.push(family);
                        0
                    }
                };
                put((back as u64 + 1) << 1 | named, &mut out);
            }
            Err(_) => {
                out.push(0);
                put(row.family.len() as u64, &mut out);
                out.extend_from_slice(row.family.as_bytes());
                put(u64::from(row.articles), &mut out);
            }
        }
        put(u64::from(row.list), &mut out);
        before = form;
    }
    put(order.len() as u64, &mut out);
    for family in order {
        #[expect(clippy::indexing_slicing, reason = "the order holds places that a search in the families found")]
        let (_, lists, bytes) = &families[family];
        put(lists.len() as u64, &mut out);
        put(*bytes as u64, &mut out);
        lists.iter().for_each(|&articles| put(u64::from(articles), &mut out));
    }
    out
}

/// The families of [`rows`] in the order in which their lists follow.
#[expect(clippy::indexing_slicing, reason = "a search in the families finds places of theirs")]
pub(super) fn order(rows: &[Row<'_>], families: &[Lists<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut seen = vec![false; families.len()];
    for row in rows {
        if let Ok(family) = families.binary_search_by(|(name, ..)| (*name).cmp(row.family))
            && !std::mem::replace(&mut seen[family], true)
        {
            order.push(family);
        }
    }
    order
}

/// The bytes of a part.
pub(super) fn part(rows: &[u8], lists: &[u8], packer: Option<&mut Packer<'_>>) -> Vec<u8> {
    let mut out = Vec::new();
    let packed = packer.map_or_else(|| rows.to_vec(), |packer| packer.pack(rows));
    put(packed.len() as u64, &mut out);
    put(rows.len() as u64, &mut out);
    out.extend(packed);
    out.extend_from_slice(lists);
    out
}

/// A part, read.
#[derive(Debug)]
pub(crate) struct Words {
    /// All forms, one behind the other.
    forms: String,
    rows: Vec<Found>,
    families: Vec<Family>,
    /// How many articles each list has.
    lists: Vec<u32>,
    start: usize,
}

#[derive(Debug)]
struct Found {
    end: usize,
    articles: u32,
    list: u32,
    place: Place,
}

/// Where the family of a form lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// In this part.
    Here(u32),
    /// In the part that holds this name.
    With(String),
}

#[derive(Debug)]
struct Family {
    /// The row that names it.
    name: Option<usize>,
    /// The number of the last of its lists in the part, plus 1.
    end: usize,
    /// Where its bytes end in the part.
    bytes: usize,
}

/// A form of a part.
#[derive(Debug, Clone)]
pub(crate) struct Form<'w> {
    pub(crate) form: &'w str,
    pub(crate) articles: u32,
    pub(crate) list: u32,
    pub(crate) place: &'w Place,
}

impl Words {
    /// A part that holds nothing.
    pub(crate) const EMPTY: Self =
        Self { forms: String::new(), rows: Vec::new(), families: Vec::new(), lists: Vec::new(), start: 0 };

    /// Reads a part; ends early where its bytes make no sense.
    pub(crate) fn read(part: &[u8], model: Option<&Model>) -> Self {
        let mut words = Self::EMPTY;
        words.fill(part, model);
        words
    }

    fn fill(&mut self, part: &[u8], model: Option<&Model>) -> Option<()> {
        let mut numbers = Numbers::new(part);
        let (packed, length) = (numbers.next()?, numbers.next()?);
        let packed = numbers.take(packed)?;
        self.start = part.len() - numbers.rest().len();
        let rows = match model {
            Some(model) => model.unpack(packed, length as usize)?,
            None => packed.to_vec(),
        };
        let mut rows = Numbers::new(&rows);
        let mut before = 0;
        let mut families = 0u32;
        for at in 0..rows.next()? as usize {
            let (shared, length) = (rows.next()? as usize, rows.next()?);
            let suffix = std::str::from_utf8(rows.take(length)?).ok()?;
            if shared > LONGEST || suffix.len() > LONGEST {
                return None;
            }
            let start = self.forms.len();
            let shared = self.forms.get(before..)?.get(..shared)?.to_owned();
            before = start;
            self.forms.push_str(&shared);
            self.forms.push_str(suffix);
            let mut articles = 0;
            let place = match rows.next()? {
                0 | 1 => {
                    let length = rows.next()?;
                    let name = std::str::from_utf8(rows.take(length)?).ok()?.to_owned();
                    articles = rows.next()?;
                    Place::With(name)
                }
                code => {
                    let back = code / 2 - 1;
                    if back == 0 {
                        families += 1;
                        self.families.push(Family { name: None, end: 0, bytes: self.start });
                    }
                    let family = families.checked_sub(back.max(1))?;
                    if code & 1 == 1 {
                        self.families.get_mut(family as usize)?.name = Some(at);
                    }
                    Place::Here(family)
                }
            };
            let list = rows.next()?;
            self.rows.push(Found { end: self.forms.len(), articles, list, place });
        }
        let mut end = self.start;
        let count = rows.next()?;
        for family in self.families.iter_mut().take(count as usize) {
            let (lists, bytes) = (rows.next()?, rows.next()?);
            end = end.checked_add(bytes as usize).filter(|&end| end <= part.len())?;
            for _ in 0..lists {
                self.lists.push(rows.next()?);
            }
            (family.end, family.bytes) = (self.lists.len(), end);
        }
        let mut rows = std::mem::take(&mut self.rows);
        for row in &mut rows {
            if let Place::Here(family) = row.place {
                row.articles = self.list(family, row.list).unwrap_or(0);
            }
        }
        self.rows = rows;
        Some(())
    }

    /// How many articles a list has, by its number in the family.
    fn list(&self, family: u32, number: u32) -> Option<u32> {
        self.of(family)?.0.get((number as usize).checked_sub(1)?).copied()
    }

    /// How many articles each list of a family has, and where its bytes lie in the part.
    fn of(&self, family: u32) -> Option<(&[u32], Range<usize>)> {
        let own = self.families.get(family as usize)?;
        let before = family.checked_sub(1).and_then(|before| self.families.get(before as usize));
        let (first, start) = before.map_or((0, self.start), |before| (before.end, before.bytes));
        Some((self.lists.get(first..own.end)?, start..own.bytes))
    }

    fn form(&self, at: usize) -> Option<Form<'_>> {
        let row = self.rows.get(at)?;
        let before = at.checked_sub(1).and_then(|before| self.rows.get(before));
        let start = before.map_or(0, |before| before.end);
        let form = self.forms.get(start..row.end)?;
        Some(Form { form, articles: row.articles, list: row.list, place: &row.place })
    }

    /// All forms, in order.
    pub(crate) fn forms(&self) -> impl Iterator<Item = Form<'_>> {
        (0..self.rows.len()).map_while(|at| self.form(at))
    }

    /// The forms from `form` on, in order.
    pub(crate) fn from(&self, form: &str) -> impl Iterator<Item = Form<'_>> {
        let (mut low, mut high) = (0, self.rows.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.form(middle).is_some_and(|other| other.form < form) { low = middle + 1 } else { high = middle }
        }
        (low..self.rows.len()).map_while(|at| self.form(at))
    }

    /// What stands of a form.
    pub(crate) fn find(&self, form: &str) -> Option<Form<'_>> {
        self.from(form).next().filter(|found| found.form == form)
    }

    /// The family of this name, if it lies here.
    pub(crate) fn family(&self, name: &str) -> Option<u32> {
        match self.find(name)?.place {
            Place::Here(family) => self.name(*family).filter(|own| *own == name).map(|_| *family),
            Place::With(_) => None,
        }
    }

    /// What a family is called.
    pub(crate) fn name(&self, family: u32) -> Option<&str> {
        let row = self.families.get(family as usize)?.name?;
        self.form(row).map(|row| row.form)
    }

    /// The lists of a family: how many articles each has, and the bytes of all in the part.
    pub(crate) fn lists<'p>(&self, part: &'p [u8], family: u32) -> (&[u32], &'p [u8]) {
        let found = self.of(family).and_then(|(lists, range)| Some((lists, part.get(range)?)));
        found.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Lists, Place, Row, Words, order, part, rows};

    #[test]
    fn forms_and_families_come_back() {
        let forms = ["kementerian", "ketua", "ketuanya", "menteri", "menterinya"];
        let name = ["menteri", "ketua", "ketua", "menteri", "menteri"];
        let all: Vec<Row<'_>> = forms
            .iter()
            .zip(name)
            .zip([2, 1, 2, 1, 3])
            .map(|((form, family), list)| Row { form, articles: list * 10, family, list })
            .collect();
        let lists: Vec<Lists<'_>> = vec![("ketua", vec![10, 20], 3), ("menteri", vec![10, 0, 30], 4)];
        let (left, right) = all.split_at(3);
        let left_part = part(&rows(left, &lists[..1]), b"abb", None);
        let right_part = part(&rows(right, &lists[1..]), b"cccd", None);
        assert_eq!((order(left, &lists[..1]), order(&all, &lists)), (vec![0], vec![1, 0]));
        let words = [&left_part, &right_part].map(|part| Words::read(part, None));
        let found: Vec<&str> = words.iter().flat_map(Words::forms).map(|form| form.form).collect();
        assert_eq!(found, forms);
        assert_eq!(
            words[0].find("kementerian").map(|form| (form.list, form.place.clone())),
            Some((2, Place::With("menteri".into())))
        );
        assert_eq!(words[1].family("menteri"), Some(0));
        assert_eq!((words[1].family("menterinya"), words[0].family("menteri")), (None, None));
        assert_eq!(words[1].lists(&right_part, 0), (&[10, 0, 30][..], &b"cccd"[..]));
        assert_eq!(words[1].lists(&right_part, 1), (&[][..], &b""[..]));
        assert_eq!(words[0].from("ketuan").map(|form| form.form).collect::<Vec<_>>(), ["ketuanya"]);
    }

    #[test]
    fn a_damaged_part_ends_early_and_quietly() {
        let row = Row { form: "ab", articles: 1, family: "ab", list: 1 };
        let bytes = part(&rows(&[row], &[("ab", vec![1], 1)]), b"x", None);
        for i in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut bytes = bytes.clone();
                bytes[i] = value;
                let words = Words::read(&bytes, None);
                assert!(words.forms().count() < 200);
                assert!(words.lists(&bytes, 0).1.len() <= bytes.len());
            }
            assert!(Words::read(&bytes[..i], None).forms().count() <= 1);
        }
    }
}

//! Saved searches: questions that a reader asks again on a later visit, to see what is new.
//!
//! Kept as clippings are, on this device alone, as a query string with a version in front. A published archive changes only when
//! its site is built anew, which its stamp tells: as long as that is the one of the last visit, nothing is counted. All is bounded
//! and nothing in it is believed, since anybody can write into that storage: an address is kept only as this site itself writes
//! it, so that it can lead nowhere else.

use jejak_archive::Date;

use super::url::{Location, Route};
use super::{clippings, day};

/// Most searches that are kept.
pub const MOST: usize = 50;
/// Longest address of one, in bytes: a cut one would be another search.
const LONGEST: usize = 4096;
/// What is kept begins with this.
const VERSION: (&str, &str) = ("v", "1");

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Where its first page stands, behind the site's root.
    href: String,
    /// What it is called, as one reads it; cut where it is long.
    words: String,
    /// What was seen on the last visit.
    pub seen: Seen,
}

/// What a reader saw of a search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many answers there were.
    pub total: u32,
    /// The newest day of the archive.
    pub newest: Option<Date>,
    /// The archive's stamp.
    pub stamp: String,
}

impl Search {
    /// The search whose answer a page shows; `None` where a page shows none, or where its address is too long to be kept.
    #[must_use]
    pub fn at(location: &Location, words: &str, seen: Seen) -> Option<Self> {
        let mut first = Location::of(location.route.clone());
        match &mut first.route {
            Route::Explore(query) => query.page = 0,
            Route::Quotes(asked) => asked.query.page = 0,
            Route::Record { page, .. } => *page = 0,
            _ => return None,
        }
        let href = first.href();
        let stamp = clippings::cut(&seen.stamp);
        let seen = Seen { stamp, ..seen };
        (href.len() <= LONGEST).then(|| Self { href, words: clippings::cut(words), seen })
    }

    /// Where it is asked; `None` where what is kept is no search of this site.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        let (path, query) = self.href.split_once('?').unwrap_or((&self.href, ""));
        let location = Location::read(path.trim_start_matches("./"), query, "");
        let is_own = Self::at(&location, "", Seen::default()).is_some_and(|own| own.href == self.href);
        is_own.then_some(location)
    }

    /// Its address behind the site's root.
    #[must_use]
    pub fn href(&self) -> &str {
        &self.href
    }

    /// What it is called.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }
}

/// All of them, in the order in which they were saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Searches {
    /// At most [`MOST`].
    pub all: Vec<Search>,
}

impl Searches {
    /// Reads what is kept; nothing where it is of another version, no more than may be kept, and what is no search of a site is
    /// left out.
    #[must_use]
    pub fn read(kept: &str) -> Self {
        let mut all: Vec<Search> = Vec::new();
        let mut pairs = form_urlencoded::parse(kept.as_bytes());
        if pairs.next().is_none_or(|(name, value)| (&*name, &*value) != VERSION) {
            return Self::default();
        }
        for (name, value) in pairs {
            if name == "a" {
                if all.len() == MOST {
                    break;
                }
                let href = if value.len() <= LONGEST { value.into_owned() } else { String::new() };
                all.push(Search { href, words: String::new(), seen: Seen::default() });
                continue;
            }
            let Some(last) = all.last_mut() else { continue };
            match &*name {
                "w" => last.words = clippings::cut(&value),
                "n" => last.seen.total = value.parse().unwrap_or_default(),
                "d" => last.seen.newest = day::read(&value),
                "s" => last.seen.stamp = clippings::cut(&value),
                _ => {}
            }
        }
        all.retain(|one| one.location().is_some());
        Self { all }
    }

    /// In the form that [`Searches::read`] understands.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        out.append_pair(VERSION.0, VERSION.1);
        for one in &self.all {
            out.append_pair("a", &one.href).append_pair("w", &one.words);
            out.append_pair("n", &one.seen.total.to_string());
            if let Some(newest) = one.seen.newest {
                out.append_pair("d", &day::write(newest));
            }
            out.append_pair("s", &one.seen.stamp);
        }
        out.finish()
    }

    /// Whether the one at an address is there.
    #[must_use]
    pub fn hold(&self, href: &str) -> bool {
        self.all.iter().any(|one| one.href == href)
    }

    /// Whether no more may be kept.
    #[must_use]
    pub fn are_full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// Puts one in, where there is room. It stands there once at most.
    pub fn put(&mut self, one: Search) {
        self.remove(&one.href);
        if !self.are_full() {
            self.all.push(one);
        }
    }

    /// Takes the one at an address out.
    pub fn remove(&mut self, href: &str) {
        self.all.retain(|one| one.href != href);
    }

    /// Notes what a reader sees of the one at an address now.
    pub fn see(&mut self, href: &str, seen: &Seen) {
        for one in self.all.iter_mut().filter(|one| one.href == href) {
            one.seen.clone_from(seen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jejak_archive::Query;

    fn seen(total: u32) -> Seen {
        Seen { total, newest: Some(Date::constant(2026, 1, 19)), stamp: "0a1b".to_owned() }
    }

    fn one(number: u32) -> Search {
        let query = Query { words: format!("pasar & jalan={number}"), page: 4, ..Query::default() };
        Search::at(&Location::of(Route::Explore(query)), "“pasar & jalan”", seen(number)).unwrap()
    }

    #[test]
    fn searches_survive_being_kept() {
        let record = Location::read("tokoh/siti-aminah/", "q=jalan&hal=3", "");
        let quotes = Location::read("kutipan/", "q=apel&yakin=80", "k-1");
        let undated = Seen { newest: None, ..seen(0) };
        let more = [(&record, undated), (&quotes, seen(7))].map(|(at, seen)| Search::at(at, "x", seen).unwrap());
        assert_eq!(more.each_ref().map(Search::href), ["tokoh/siti-aminah/?q=jalan", "kutipan/?q=apel&yakin=80"]);
        let kept = Searches { all: [one(1)].into_iter().chain(more).collect() };
        assert_eq!(kept.all[0].href(), "?q=pasar+%26+jalan%3D1", "from its first page on");
        assert_eq!(Searches::read(&kept.write()), kept);
        assert_eq!(Searches::read(&Searches::default().write()), Searches::default());
        let front = Search::at(&Location::default(), "Semua", seen(1)).unwrap();
        assert_eq!((front.href(), front.location()), ("./", Some(Location::default())));
    }

    #[test]
    fn pages_without_answers_are_no_searches() {
        for path in ["tentang/", "linimasa/", "artikel/a/", "x/y/z"] {
            assert_eq!(Search::at(&Location::read(path, "", ""), "", Seen::default()), None, "{path}");
        }
        let long = (0..60).map(|n| format!("tokoh={}-{n}&", "x".repeat(100))).collect::<String>();
        assert_eq!(Search::at(&Location::read("", &long, ""), "", Seen::default()), None);
    }

    #[test]
    fn one_is_saved_seen_and_removed() {
        let mut kept = Searches::default();
        kept.put(one(1));
        kept.put(one(2));
        kept.put(one(2));
        assert!(kept.hold(one(1).href()) && !kept.hold("./"));
        kept.see(one(2).href(), &seen(9));
        assert_eq!(kept.all.iter().map(|one| one.seen.total).collect::<Vec<_>>(), [1, 9]);
        kept.remove(one(1).href());
        assert_eq!(kept.all.len(), 1);
    }

    #[test]
    fn more_than_may_be_kept_is_not() {
        let mut kept = Searches::default();
        (0..60).for_each(|number| kept.put(one(number)));
        assert_eq!(kept.all.len(), MOST);
        let many: String = (0..5000).map(|number| format!("&a=%3Fq%3Dx{number}")).collect();
        assert_eq!(Searches::read(&format!("v=1{many}")).all.len(), MOST);
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        for kept in [
            "",
            "v=2&a=./",
            "a=./",
            "v=1&w=kata&n=3",
            "v=1&a=javascript:alert(1)",
            "v=1&a=https://lain.example/",
            "v=1&a=//lain.example/",
            "v=1&a=tentang/",
            "v=1&a=?warna=merah",
            "v=1&a=%3Fq%3Dx%26hal%3D2",
        ] {
            assert_eq!(Searches::read(kept), Searches::default(), "{kept}");
        }
        let odd = Searches::read("v=1&a=%3Fq%3Dx&n=-4&d=kemarin&baru=1");
        assert_eq!((odd.all[0].href(), &odd.all[0].seen), ("?q=x", &Seen::default()));
    }
}

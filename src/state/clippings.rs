//! Clippings: statements and articles that a reader puts aside, across questions and visits.
//!
//! They are kept in the browser as a query string, which the page reads anyway, with a version in front; of another version
//! nothing is read. What is kept is enough to list them; words are read from the archive again when they are taken away, so
//! that what was removed from it does not go on in files. All is bounded, since anybody can write into that storage.

/// Most clippings that are kept.
pub const MOST: usize = 200;
/// Longest text of a clipping, in bytes.
const LONGEST: usize = 240;
/// What is kept begins with this.
const VERSION: (&str, &str) = ("v", "1");

/// One of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clipping {
    /// The article's id.
    pub article: String,
    /// The statement's anchor; empty where the article as a whole was kept.
    pub anchor: String,
    /// The words of the statement, or the headline; cut where they are long.
    pub words: String,
    /// Who spoke, which outlet and what day, as one reads it.
    pub about: String,
}

impl Clipping {
    /// One of these, its texts cut to what is kept.
    #[must_use]
    pub fn new(article: &str, anchor: &str, words: &str, about: &str) -> Self {
        Self { article: cut(article), anchor: cut(anchor), words: cut(words), about: cut(about) }
    }

    /// Whether it is the one at a place.
    #[must_use]
    pub fn is(&self, article: &str, anchor: &str) -> bool {
        self.article == article && self.anchor == anchor
    }
}

/// All of them, in the order in which they were kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clippings {
    /// At most [`MOST`].
    pub all: Vec<Clipping>,
}

impl Clippings {
    /// Reads what is kept; nothing where it is of another version, and no more than may be kept.
    #[must_use]
    pub fn read(kept: &str) -> Self {
        let mut all: Vec<Clipping> = Vec::new();
        let mut pairs = form_urlencoded::parse(kept.as_bytes());
        if pairs.next().is_none_or(|(name, value)| (&*name, &*value) != VERSION) {
            return Self::default();
        }
        for (name, value) in pairs {
            if name == "a" {
                if all.len() == MOST {
                    break;
                }
                all.push(Clipping { article: cut(&value), ..Clipping::default() });
                continue;
            }
            let Some(last) = all.last_mut() else { continue };
            match &*name {
                "k" => last.anchor = cut(&value),
                "w" => last.words = cut(&value),
                "s" => last.about = cut(&value),
                _ => {}
            }
        }
        all.retain(|one| !one.article.is_empty());
        Self { all }
    }

    /// In the form that [`Clippings::read`] understands.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        out.append_pair(VERSION.0, VERSION.1);
        for one in &self.all {
            let pairs = [("a", &one.article), ("k", &one.anchor), ("w", &one.words), ("s", &one.about)];
            for (name, value) in pairs {
                if !value.is_empty() {
                    out.append_pair(name, value);
                }
            }
        }
        out.finish()
    }

    /// Whether one is there.
    #[must_use]
    pub fn hold(&self, article: &str, anchor: &str) -> bool {
        self.all.iter().any(|one| one.is(article, anchor))
    }

    /// Whether no more may be kept.
    #[must_use]
    pub fn are_full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// Puts one in, where there is room, or takes it out. It stands there once at most.
    pub fn put(&mut self, one: Clipping, wanted: bool) {
        self.all.retain(|other| !other.is(&one.article, &one.anchor));
        if wanted && !self.are_full() {
            self.all.push(one);
        }
    }
}

/// The longest start of a text that is kept.
pub(super) fn cut(text: &str) -> String {
    let mut kept = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default().to_owned();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(number: usize) -> Clipping {
        Clipping::new(&format!("a{number}"), "k-0a1b2c3d", "“Jalan & pasar=selesai”", "Sari Dewi · Warta Uji")
    }

    #[test]
    fn clippings_survive_being_kept() {
        let kept = Clippings { all: vec![one(1), Clipping::new("b", "", "Judul", ""), one(2)] };
        assert_eq!(Clippings::read(&kept.write()), kept);
        assert_eq!(Clippings::read(&Clippings::default().write()), Clippings::default());
    }

    #[test]
    fn one_is_put_in_and_taken_out() {
        let mut kept = Clippings::default();
        kept.put(one(1), true);
        kept.put(one(2), true);
        kept.put(one(2), true);
        assert!(kept.hold("a1", "k-0a1b2c3d") && !kept.hold("a1", ""));
        kept.put(one(1), false);
        assert_eq!(kept.all, [one(2)]);
    }

    #[test]
    fn more_than_may_be_kept_is_not() {
        let mut kept = Clippings::default();
        (0..MOST + 5).for_each(|number| kept.put(one(number), true));
        assert_eq!(kept.all.len(), MOST);
        let many: String = (0..5000).map(|number| format!("&a=x{number}")).collect();
        assert_eq!(Clippings::read(&format!("v=1{many}")).all.len(), MOST);
        let long = Clipping::new("a", "", &"é".repeat(5000), "");
        assert!(long.words.len() <= LONGEST + '…'.len_utf8() && long.words.ends_with('…'));
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        for kept in ["", "v=2&a=x", "a=x", "{\"v\":1}", "v=1&w=kata&k=k-1", "v=1&a="] {
            assert_eq!(Clippings::read(kept), Clippings::default(), "{kept}");
        }
        assert_eq!(Clippings::read("v=1&a=x&baru=1&w=kata").all, [Clipping::new("x", "", "kata", "")]);
    }
}

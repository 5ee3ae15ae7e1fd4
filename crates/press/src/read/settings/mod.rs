//! `archive.toml`: how an archive describes itself, and what its editors know better than the machine.
//!
//! What is not known or not understood is reported with its line and left unread; `docs/archive-toml.md` says what each
//! key does and what is without it.

mod accent;
pub(crate) mod icon;
mod logo;
mod value;

use jejak_archive::Date;
use jejak_archive::model::{Meta, Reply, Tombstone};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::lock::line_of;
use crate::problem::{Problem, ProblemKind};
pub use logo::Logo;
use value::{
    Wrong, address, contact, data_files, day, language, list, paragraphs, site_address, truth, whole_text, words,
};

/// The name of the settings file in a folder of articles.
pub const SETTINGS: &str = "archive.toml";

/// Every key of the file, those of its tables behind a dot.
pub const KEYS: &[&str] = &[
    "title",
    "description",
    "language",
    "publisher",
    "licence",
    "contact",
    "base_url",
    "accent",
    "logo",
    "icon",
    "about",
    "noindex",
    "offline",
    "text",
    "data",
    "topic.name",
    "topic.words",
    "topic.need",
    "correction.article",
    "correction.words",
    "correction.speaker",
    "correction.name",
    "correction.date",
    "reply.article",
    "reply.words",
    "reply.text",
    "reply.by",
    "reply.date",
    "reply.url",
    "removed.article",
    "removed.reason",
    "removed.date",
    "mask.name",
    "mask.aliases",
    "mask.as",
    "private.name",
    "public.name",
    "merge.names",
    "split.name",
    "split.articles",
    "split.as",
];

/// Keys that keep something from being shown. Where one of them cannot be read, a site would show what it must not.
const GUARDS: &[&str] = &["noindex", "text", "teks", "data", "removed", "mask", "private"];

/// What `archive.toml` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// How the archive describes itself. Its logo has no name yet.
    pub meta: Meta,
    /// The file of the logo, as a path from the settings' folder with `/`, and the line that names it.
    pub logo: Option<(String, usize)>,
    /// The file of the picture for where the site is installed, in the same way.
    pub icon: Option<(String, usize)>,
    /// Whether visitors' devices are to keep nothing of the site.
    pub online_only: bool,
    /// Topics of this archive, in the order in which they stand.
    pub topics: Vec<TopicWords>,
    /// Corrections, in the order in which they stand.
    pub corrections: Vec<Correction>,
    /// Replies, in the order in which they stand.
    pub replies: Vec<GivenReply>,
    /// Articles to be taken out, each with the line that it begins in.
    pub removed: Vec<(usize, Tombstone)>,
    /// Names to be masked, in the order in which they stand.
    pub masks: Vec<Mask>,
    /// People who get no page, each with the line of the name.
    pub private: Vec<(usize, String)>,
    /// People who get one whatever the press takes them for, each with the line of the name.
    pub public: Vec<(usize, String)>,
    /// People whom the press takes for several, in the order in which they stand.
    pub merges: Vec<Merge>,
    /// People whom the press takes for one, in the order in which they stand.
    pub splits: Vec<Split>,
}

/// Names of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The line that it begins in.
    pub line: usize,
    /// The names; the first is what the person is called.
    pub names: Vec<String>,
}

/// A name that is somebody else's in some articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The line that it begins in.
    pub line: usize,
    /// The name as the articles print it.
    pub name: String,
    /// The articles, by their ids.
    pub articles: Vec<String>,
    /// What the person of these articles is called; empty where it is the name itself.
    pub label: String,
}

/// A reply to a statement, or a note beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenReply {
    /// The line that it begins in.
    pub line: usize,
    /// The article, by its id.
    pub article: String,
    /// The exact words of the statement.
    pub words: String,
    /// The reply. Which statement it is about is not known yet.
    pub reply: Reply,
}

/// A name that must stand nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// The line that it begins in.
    pub line: usize,
    /// The name and its other forms.
    pub names: Vec<String>,
    /// What stands in its place; empty where the press chooses.
    pub label: String,
}

/// A topic that an archive has of its own, or more words for one that every archive has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicWords {
    /// What it is called.
    pub name: String,
    /// Words and phrases that show it.
    pub words: Vec<String>,
    /// How often they must stand in an article; in its title each counts three times.
    pub need: u32,
}

/// A correction of what the machine found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The line that it begins in.
    pub line: usize,
    /// The article, by its id.
    pub article: String,
    /// The exact words that it is about; empty where it is about the article's own day.
    pub words: String,
    /// What is right.
    pub right: Right,
}

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Right {
    /// Who made the statement; nobody known where it is empty.
    Speaker(String),
    /// Whom the words name; nobody where it is empty.
    Name(String),
    /// Which day it was.
    Date(Date),
}

/// Reads the settings.
#[must_use]
pub fn read_settings(text: &str) -> (Settings, Vec<Problem>) {
    let mut reader = Reader { text, settings: Settings::default(), problems: Vec::new() };
    reader.settings.meta.language = "id".to_string();
    match DeTable::parse(text) {
        Ok(table) => reader.read(table.get_ref()),
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            reader.report(line, ProblemKind::BadToml { cause: error.message().to_string() });
            // What would have been kept back is not known now.
            for (line, key) in guards_in(text) {
                reader.report(Some(line), ProblemKind::Unguarded { key, why: "the file cannot be read".to_string() });
            }
        }
    }
    (reader.settings, reader.problems)
}

/// The lines of a text that begin with a key that keeps something back, or with a table of such keys.
fn guards_in(text: &str) -> Vec<(usize, String)> {
    let key = |line: &str| {
        let bare = line.trim_start_matches(['[', ' ', '\t', '"', '\'', '\u{feff}']);
        bare.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
    };
    (1..)
        .zip(text.lines())
        .map(|(at, line)| (at, key(line)))
        .filter(|(_, key)| GUARDS.contains(&key.as_str()))
        .collect()
}

struct Reader<'a> {
    text: &'a str,
    settings: Settings,
    problems: Vec<Problem>,
}

/// A key with its value.
type Entry<'a> = (&'a str, &'a Spanned<DeValue<'a>>);

impl Reader<'_> {
    /// Reports what is wrong with a key; with one that keeps something back, that it does not.
    fn wrong(&mut self, line: usize, guard: &str, kind: ProblemKind) {
        let why = kind.to_string();
        let key = guard.to_string();
        let kind = if GUARDS.contains(&guard) { ProblemKind::Unguarded { key, why } } else { kind };
        self.report(Some(line), kind);
    }

    fn report(&mut self, line: Option<usize>, kind: ProblemKind) {
        self.problems.push(Problem { file: SETTINGS.to_string(), line, kind });
    }

    fn line(&self, at: usize) -> usize {
        line_of(self.text, at)
    }

    fn read(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let line = self.line(key.span().start);
            let key: &str = key.get_ref();
            let done = match key {
                "topic" => self.each(key, value.get_ref(), Self::topic),
                "correction" => self.each(key, value.get_ref(), Self::correction),
                "reply" => self.each(key, value.get_ref(), Self::reply),
                "removed" => self.each(key, value.get_ref(), Self::removed),
                "mask" => self.each(key, value.get_ref(), Self::mask),
                "private" => self.each(key, value.get_ref(), Self::private),
                "public" => self.each(key, value.get_ref(), Self::public),
                "merge" => self.each(key, value.get_ref(), Self::merge),
                "split" => self.each(key, value.get_ref(), Self::split),
                _ => self.one(key, value.get_ref(), line),
            };
            if let Err(wrong) = done {
                self.wrong(line, key, wrong.kind(key, value.get_ref()));
            }
        }
    }

    /// A key outside of tables.
    fn one(&mut self, key: &str, value: &DeValue<'_>, line: usize) -> Result<(), Wrong> {
        let meta = &mut self.settings.meta;
        match key {
            "title" => meta.title = words(value)?,
            "description" => meta.description = words(value)?,
            "language" => meta.language = language(value)?,
            "publisher" => meta.publisher = Some(words(value)?).filter(|words| !words.is_empty()),
            "licence" | "license" => meta.licence = Some(words(value)?).filter(|words| !words.is_empty()),
            "contact" => meta.contact = contact(value)?,
            "base_url" => meta.base_url = site_address(value)?,
            "about" => meta.about = paragraphs(value)?,
            "noindex" => meta.noindex = truth(value)?,
            "text" | "teks" => meta.quotes_only = !whole_text(value)?,
            "data" => meta.data = data_files(value)?,
            "offline" => self.settings.online_only = !truth(value)?,
            "icon" => self.settings.icon = logo::path(&words(value)?)?.map(|path| (path, line)),
            "logo" => self.settings.logo = logo::path(&words(value)?)?.map(|path| (path, line)),
            "accent" => {
                let Some(wanted) = accent::read(&words(value)?)? else { return Ok(()) };
                let (accent, doubt) = accent::legible(wanted);
                meta.accent = Some(accent);
                if let Some(kind) = doubt {
                    self.report(Some(line), kind);
                }
            }
            _ => return Err(Wrong::Key),
        }
        Ok(())
    }

    /// Each table of a list of tables; what is wrong in one is reported with its own line.
    fn each(
        &mut self,
        list: &str,
        value: &DeValue<'_>,
        take: fn(&mut Self, usize, &[Entry<'_>]) -> Result<(), Wrong>,
    ) -> Result<(), Wrong> {
        for item in value.as_array().ok_or(Wrong::Tables)? {
            let table = item.get_ref().as_table().ok_or(Wrong::Tables)?;
            let line = self.line(item.span().start);
            let mut entries: Vec<Entry<'_>> = Vec::new();
            for (key, value) in table {
                let name: &str = key.get_ref();
                if KEYS.contains(&format!("{list}.{name}").as_str()) {
                    entries.push((name, value));
                } else {
                    let line = self.line(key.span().start);
                    self.wrong(line, list, Wrong::Key.kind(name, value.get_ref()));
                }
            }
            if let Err(wrong) = take(self, line, &entries) {
                self.wrong(line, list, wrong.kind(list, item.get_ref()));
            }
        }
        Ok(())
    }

    fn topic(&mut self, _: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let (mut name, mut listed, mut need) = (String::new(), Vec::new(), 1);
        for (key, value) in entries {
            let value = value.get_ref();
            match *key {
                "name" => name = words(value)?,
                "words" => listed = list(value)?,
                _ => need = value::count(value)?,
            }
        }
        if name.is_empty() || listed.is_empty() {
            return Err(Wrong::Is("a topic needs a name and words"));
        }
        self.settings.topics.push(TopicWords { name, words: listed, need });
        Ok(())
    }

    fn correction(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let (mut article, mut about, mut right) = (String::new(), String::new(), Vec::new());
        for (key, value) in entries {
            let value = value.get_ref();
            match *key {
                "article" => article = words(value)?,
                "words" => about = words(value)?,
                "speaker" => right.push(Right::Speaker(words(value)?)),
                "name" => right.push(Right::Name(words(value)?)),
                _ => right.push(Right::Date(day(value)?)),
            }
        }
        let (Some(right), true) = (right.pop(), right.is_empty()) else {
            return Err(Wrong::Is("a correction needs one of speaker, name and date, and only one"));
        };
        if article.is_empty() || (about.is_empty() && !matches!(right, Right::Date(_))) {
            return Err(Wrong::Is("a correction needs the article's id and the exact words that it is about"));
        }
        self.settings.corrections.push(Correction { line, article, words: about, right });
        Ok(())
    }

    fn reply(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let (mut article, mut about) = (String::new(), String::new());
        let mut reply = Reply { quote: 0, text: String::new(), by: None, date: None, url: None };
        for (key, value) in entries {
            let value = value.get_ref();
            match *key {
                "article" => article = words(value)?,
                "words" => about = words(value)?,
                "text" => reply.text = paragraphs(value)?.join(" "),
                "by" => reply.by = Some(words(value)?).filter(|words| !words.is_empty()),
                "date" => reply.date = Some(day(value)?),
                _ => reply.url = address(value)?,
            }
        }
        if article.is_empty() || about.is_empty() || reply.text.is_empty() {
            return Err(Wrong::Is("a reply needs the article's id, the exact words of the statement, and a text"));
        }
        self.settings.replies.push(GivenReply { line, article, words: about, reply });
        Ok(())
    }

    fn removed(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let mut stone = Tombstone { article: String::new(), reason: String::new(), date: None };
        for (key, value) in entries {
            let value = value.get_ref();
            match *key {
                "article" => stone.article = words(value)?,
                "reason" => stone.reason = paragraphs(value)?.join(" "),
                _ => stone.date = Some(day(value)?),
            }
        }
        if stone.article.is_empty() {
            return Err(Wrong::Is("what is removed is named by the article's id"));
        }
        self.settings.removed.push((line, stone));
        Ok(())
    }

    fn mask(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let (mut name, mut names, mut label) = (String::new(), Vec::new(), String::new());
        for (key, value) in entries {
            let value = value.get_ref();
            match *key {
                "name" => name = words(value)?,
                "aliases" => names = list(value)?,
                _ => label = words(value)?,
            }
        }
        names.insert(0, name);
        if !names.iter().all(|name| crate::editors::can_be_masked(name)) {
            return Err(Wrong::Is("a mask needs a name, and a name has two letters at least"));
        }
        self.settings.masks.push(Mask { line, names, label });
        Ok(())
    }

    fn private(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        self.settings.private.push((line, person(entries)?));
        Ok(())
    }

    fn public(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        self.settings.public.push((line, person(entries)?));
        Ok(())
    }

    fn merge(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let names = entries.last().map_or(Ok(Vec::new()), |(_, value)| list(value.get_ref()))?;
        if names.len() < 2 || !names.iter().all(|name| is_name(name)) {
            return Err(Wrong::Is("one person is made of two names and more"));
        }
        self.settings.merges.push(Merge { line, names });
        Ok(())
    }

    fn split(&mut self, line: usize, entries: &[Entry<'_>]) -> Result<(), Wrong> {
        let mut split = Split { line, name: String::new(), articles: Vec::new(), label: String::new() };
        for (key, value) in entries {
            let value = value.get_ref();
            match *key {
                "name" => split.name = words(value)?,
                "articles" => split.articles = list(value)?,
                _ => split.label = words(value)?,
            }
        }
        if !is_name(&split.name) || split.articles.is_empty() || !(split.label.is_empty() || is_name(&split.label)) {
            return Err(Wrong::Is("two people are told apart by a name and the ids of the second one's articles"));
        }
        self.settings.splits.push(split);
        Ok(())
    }
}

/// The name in a table that has nothing else.
fn person(entries: &[Entry<'_>]) -> Result<String, Wrong> {
    let name = entries.last().map_or(Ok(String::new()), |(_, value)| words(value.get_ref()))?;
    if is_name(&name) { Ok(name) } else { Err(Wrong::Is("it names a person by name")) }
}

/// Whether words can be a name: they have a letter.
fn is_name(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{Correction, KEYS, Merge, Right, Settings, Split, TopicWords, read_settings};

    fn good(text: &str) -> Settings {
        let (settings, problems) = read_settings(text);
        assert_eq!(problems, [], "{text}");
        settings
    }

    /// Line and words of what is reported.
    fn said(text: &str) -> Vec<String> {
        let (_, problems) = read_settings(text);
        problems.iter().map(|problem| problem.to_string().replace("archive.toml:", "")).collect()
    }

    #[test]
    fn every_key_is_read() {
        let settings = good(
            "title = ' Jejak Kota '\ndescription = 'D'\nlanguage = 'id-ID'\npublisher = 'P'\nlicense = 'L'\n\
             contact = 'redaksi@contoh.id'\nbase_url = 'https://contoh.id/arsip'\naccent = '#114477'\n\
             logo = 'gambar/logo.svg'\nabout = \"Satu\\nsatu.\\n\\nDua.\"\n\
             [[topic]]\nname = 'Pasar'\nwords = ['Pasar Pagi', 'kios']\n\
             [[topic]]\nname = 'Air'\nwords = ['pdam']\nneed = 2\n\
             [[correction]]\narticle = 'a'\nwords = 'Kami siap'\nspeaker = 'Sari Dewi'\n\
             [[correction]]\narticle = 'a'\ndate = 2026-01-05\n\
             [[merge]]\nnames = ['Sari Dewi', 'Bunda Sari']\n\
             [[split]]\nname = 'Sari'\narticles = ['a', 'b']\nas = 'Sari (petani)'\n",
        );
        let words = |words: &[&str]| words.iter().map(|word| word.to_string()).collect::<Vec<_>>();
        assert_eq!(settings.merges, [Merge { line: 25, names: words(&["Sari Dewi", "Bunda Sari"]) }]);
        let split =
            Split { line: 27, name: "Sari".into(), articles: words(&["a", "b"]), label: "Sari (petani)".into() };
        assert_eq!(settings.splits, [split]);
        let meta = settings.meta;
        assert_eq!((meta.title.as_str(), meta.language.as_str()), ("Jejak Kota", "id-ID"));
        assert_eq!(meta.licence.as_deref(), Some("L"));
        assert_eq!(meta.contact.as_deref(), Some("mailto:redaksi@contoh.id"));
        assert_eq!(meta.base_url.as_deref(), Some("https://contoh.id/arsip/"));
        assert_eq!(meta.accent.map(|accent| accent.light).as_deref(), Some("#114477"));
        assert_eq!(meta.about, ["Satu satu.", "Dua."]);
        assert_eq!(settings.logo, Some(("gambar/logo.svg".to_string(), 9)));
        let topic = |name: &str, words: &[&str], need| {
            let words = words.iter().map(|word| word.to_string()).collect();
            TopicWords { name: name.to_string(), words, need }
        };
        assert_eq!(settings.topics, [topic("Pasar", &["Pasar Pagi", "kios"], 1), topic("Air", &["pdam"], 2)]);
        let correction =
            |line, words: &str, right| Correction { line, article: "a".into(), words: words.into(), right };
        let day = jiff::civil::date(2026, 1, 5);
        assert_eq!(
            settings.corrections,
            [correction(18, "Kami siap", Right::Speaker("Sari Dewi".into())), correction(22, "", Right::Date(day))]
        );
    }

    #[test]
    fn an_empty_value_is_as_none() {
        let settings = good("publisher = ' '\ncontact = ''\nbase_url = ''\naccent = ''\nlogo = ''\nlicence = ''\n");
        let (empty, _) = read_settings("");
        assert_eq!(settings, empty);
        assert_eq!(empty.meta.language, "id");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_and_the_rest_is_read() {
        let lines = said(
            "title = 3\nlanguage = 'bahasa indonesia'\nwarna = 'merah'\ncontact = 'redaksi'\nbase_url = '/arsip'\n\
             accent = 'merah'\nlogo = '../logo.svg'\nabout = [1]\n\
             [[topic]]\nname = 'Pasar'\n\
             [[correction]]\narticle = 'a'\nwords = 'x'\nspeaker = 'A'\nname = 'B'\n\
             [[correction]]\nwords = 'x'\nspeaker = 'A'\n\
             [[correction]]\narticle = 'a'\ndate = 'kapan-kapan'\nkutipan = 'x'\n",
        );
        for (at, key) in [(1, "title"), (2, "language"), (3, "warna"), (4, "contact"), (5, "base_url"), (6, "accent")] {
            assert!(lines.iter().any(|line| line.starts_with(&format!("{at}: ")) && line.contains(key)), "{lines:#?}");
        }
        for at in [7, 8, 9, 11, 16, 19, 22] {
            assert!(lines.iter().any(|line| line.starts_with(&format!("{at}: "))), "{at}: {lines:#?}");
        }
        assert_eq!(lines.len(), 13, "{lines:#?}");
        let (settings, _) = read_settings("warna = 1\ntitle = 'A'\n");
        assert_eq!(settings.meta.title, "A");
    }

    #[test]
    fn broken_settings_are_one_problem() {
        let (_, problems) = read_settings("title = \n");
        assert_eq!((problems.len(), problems[0].line), (1, Some(1)));
    }

    /// What is documented, what the template shows and what is read are the same keys.
    #[test]
    fn the_documentation_names_exactly_the_keys_that_are_read() {
        let docs = include_str!("../../../../../docs/archive-toml.md");
        let mut named: Vec<&str> =
            docs.lines().filter_map(|line| line.strip_prefix("### `")?.split('`').next()).collect();
        let mut keys = KEYS.to_vec();
        named.sort_unstable();
        keys.sort_unstable();
        assert_eq!(named, keys);
    }
}

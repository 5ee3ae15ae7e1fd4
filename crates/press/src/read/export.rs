//! WordPress exports (WXR): an RSS file with one item a post.
//!
//! WHY: most newsrooms and many offices in Indonesia publish with WordPress, and its export is the one file that they
//! can get without help. Drafts, pages and what else an export holds are left out and named, since nobody published them
//! as news. The markup of a post goes through the same reader as a page.
//!
//! The XML parser knows no entities but the five of XML, so none expand. Damage costs the item that it stands in.

use std::collections::BTreeMap;

use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;

use super::fields::{Taken, shorten};
use super::{Fields, LARGEST, Source, page};
use crate::problem::{Problem, ProblemKind};

/// Types of items that are articles: WordPress's own, and those that themes for news add.
const ARTICLES: &[&str] = &[
    "",
    "post",
    "berita",
    "news",
    "artikel",
    "article",
    "articles",
    "rilis",
    "siaran-pers",
    "siaran_pers",
    "press-release",
    "press_release",
    "pengumuman",
    "opini",
    "liputan",
];

/// Kinds of items that are parts of the site's own machinery: counted, not named one by one.
const MACHINERY: &[&str] = &[
    "attachment",
    "revision",
    "nav_menu_item",
    "custom_css",
    "customize_changeset",
    "oembed_cache",
    "user_request",
    "wp_block",
    "wp_template",
    "wp_template_part",
    "wp_global_styles",
    "wp_navigation",
    "wp_font_family",
    "wp_font_face",
];

/// Reads an export.
pub(crate) fn read(file: &str, xml: &str, problems: &mut Vec<Problem>) -> Vec<Source> {
    let mut export = Export {
        file,
        lines: Lines { text: xml, byte: 0, line: 1 },
        site: None,
        names: BTreeMap::new(),
        items: 0,
        machinery: BTreeMap::new(),
        sources: Vec::new(),
        problems,
    };
    let mut start = 0;
    while let Err((at, cause)) = export.take(xml, start) {
        let line = export.lines.of(at);
        export.report(line, ProblemKind::BadXml { cause });
        // The next item is the next place where it is known what stands there.
        let at = at.max(start + 1);
        let next = xml.as_bytes().get(at..).and_then(|rest| rest.windows(5).position(|window| window == b"<item"));
        let Some(next) = next else { break };
        start = at + next;
    }
    export.end();
    export.sources
}

/// Numbers of lines, for bytes that only grow.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, byte: usize) -> usize {
        let passed = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.byte = self.byte.max(byte);
        self.line
    }
}

struct Export<'a> {
    file: &'a str,
    lines: Lines<'a>,
    /// The site's title.
    site: Option<String>,
    /// Names to show, by the names that authors sign in with.
    names: BTreeMap<String, String>,
    items: usize,
    /// How many items of each kind of machinery there are.
    machinery: BTreeMap<String, usize>,
    sources: Vec<Source>,
    problems: &'a mut Vec<Problem>,
}

/// An element's name without its prefix of a namespace, and its words.
type Values = BTreeMap<String, String>;

impl Export<'_> {
    /// Reads from a byte on. An error is where it stands and what the parser says.
    fn take(&mut self, xml: &str, start: usize) -> Result<(), (usize, String)> {
        let mut reader = Reader::from_str(xml.get(start..).unwrap_or_default());
        let config = reader.config_mut();
        (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
        let place = |position: u64| start + usize::try_from(position).unwrap_or(usize::MAX - start);
        // What holds the elements that are read, how deep the walk is below it, and their words so far.
        let mut holder: Option<(Holder, usize)> = None;
        let mut depth = 0_usize;
        let mut key = String::new();
        let mut words = String::new();
        let mut values = Values::new();
        loop {
            let before = place(reader.buffer_position());
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err((place(reader.error_position()), error.to_string())),
            };
            match event {
                Event::Start(tag) => {
                    let name = tag.name();
                    match (Holder::of(name.as_ref()), &holder) {
                        (Some(opened), None | Some((Holder::Channel, _))) => {
                            let line = self.lines.of(before);
                            holder = Some((opened, line));
                            (depth, values) = (0, Values::new());
                        }
                        _ => {
                            depth += 1;
                            if depth == 1 {
                                key = name.as_ref().to_lowercase();
                                words.clear();
                            }
                        }
                    }
                }
                Event::End(tag) => match (&holder, Holder::of(tag.name().as_ref())) {
                    (Some((open, line)), Some(closed)) if *open == closed => {
                        self.close(closed, *line, std::mem::take(&mut values));
                        (holder, depth) = (Some((Holder::Channel, 0)), 0);
                    }
                    _ => {
                        if depth == 1 {
                            let words = std::mem::take(&mut words);
                            if key == "title" && holder.as_ref().is_some_and(|(open, _)| *open == Holder::Channel) {
                                self.site = Some(plain(&words)).filter(|site| !site.is_empty());
                            }
                            // The first of two of one name, such as the texts of an item and of a comment on it.
                            values.entry(std::mem::take(&mut key)).or_insert(words);
                        }
                        depth = depth.saturating_sub(1);
                    }
                },
                Event::Text(text) if depth == 1 => words.push_str(&text.xml10_content()),
                Event::CData(text) if depth == 1 => words.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if depth == 1 => words.push_str(&resolve(&reference)),
                Event::Eof => {
                    return match holder {
                        Some((Holder::Item, line)) => {
                            let kind = ProblemKind::BadXml { cause: "the file ends inside an item".to_string() };
                            self.report(line, kind);
                            Ok(())
                        }
                        _ => Ok(()),
                    };
                }
                _ => {}
            }
        }
    }

    fn close(&mut self, closed: Holder, line: usize, values: Values) {
        match closed {
            Holder::Item => self.item(line, values),
            Holder::Author => {
                let get = |key: &str| values.get(key).map(|value| plain(value)).filter(|value| !value.is_empty());
                if let (Some(login), Some(name)) = (get("wp:author_login"), get("wp:author_display_name")) {
                    self.names.insert(login, name);
                }
            }
            Holder::Channel => {}
        }
    }

    fn item(&mut self, line: usize, mut values: Values) {
        self.items += 1;
        let mut take = |key: &str| values.remove(key).filter(|value| !value.trim().is_empty());
        let title = take("title").map(|title| plain(&title)).unwrap_or_default();
        let kind = take("wp:post_type").unwrap_or_default().trim().to_lowercase();
        let status = take("wp:status").unwrap_or_default().trim().to_lowercase();
        if MACHINERY.contains(&kind.as_str()) || status == "auto-draft" {
            *self.machinery.entry(if kind.is_empty() { status } else { kind }).or_default() += 1;
            return;
        }
        let locked = take("wp:post_password").is_some();
        if let Some(what) = unpublished(&kind, &status, locked) {
            return self.report(line, ProblemKind::NotPublished { title: shorten(&title), what });
        }
        let html = take("content:encoded").unwrap_or_default();
        if html.len() > LARGEST {
            return self.report(line, ProblemKind::TooLarge { size: html.len(), limit: LARGEST });
        }
        let words = match page::fragment(&html) {
            Ok(words) => words,
            Err(what) => return self.report(line, ProblemKind::Tangled { what }),
        };
        let author = take("dc:creator").map(|login| self.names.get(login.trim()).cloned().unwrap_or(login));
        let id = take("wp:post_name").or_else(|| take("wp:post_id").map(|id| format!("wp-{}", id.trim())));
        let mut fields = Fields::default();
        for (key, value) in [
            ("id", id),
            ("title", Some(title)),
            ("date", take("wp:post_date").or_else(|| take("pubdate"))),
            ("source", self.site.clone()),
            ("url", take("link")),
            ("author", author),
        ] {
            if let Taken::Problem(kind) = fields.set(key, &value.unwrap_or_default()) {
                self.report(line, kind);
            }
        }
        self.sources.push(Source { line: Some(line), ..words.into_source(self.file, fields) });
    }

    /// Says what was left out.
    fn end(&mut self) {
        if self.items == 0 {
            self.problems.push(Problem { file: self.file.to_string(), line: None, kind: ProblemKind::NoExport });
        }
        if !self.machinery.is_empty() {
            let kinds: Vec<String> = self.machinery.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
            let kind = ProblemKind::NotArticles { kinds: kinds.join(", ") };
            self.problems.push(Problem { file: self.file.to_string(), line: None, kind });
        }
    }

    fn report(&mut self, line: usize, kind: ProblemKind) {
        self.problems.push(Problem { file: self.file.to_string(), line: Some(line), kind });
    }
}

/// An element whose children are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Channel,
    Author,
    Item,
}

impl Holder {
    fn of(name: &str) -> Option<Self> {
        match name {
            "channel" => Some(Self::Channel),
            "wp:author" => Some(Self::Author),
            "item" => Some(Self::Item),
            _ => None,
        }
    }
}

/// What an item is, if it is no published post.
fn unpublished(kind: &str, status: &str, locked: bool) -> Option<String> {
    if !ARTICLES.contains(&kind) {
        return Some(format!("of the type {:?}", shorten(kind)));
    }
    let what = match status {
        "" | "publish" => return locked.then(|| "protected by a password".to_string()),
        "draft" => "a draft",
        "pending" => "waiting for review",
        "future" => "scheduled for later",
        "private" => "private",
        "trash" => "in the trash",
        other => return Some(format!("in the state {:?}", shorten(other))),
    };
    Some(what.to_string())
}

/// A value without markup and with its entities resolved.
fn plain(value: &str) -> String {
    if value.contains(['<', '&']) {
        return page::fragment(value).map(|words| words.text).unwrap_or_default();
    }
    value.trim().to_string()
}

/// The character that a reference stands for; one that XML does not know stays as it is written.
pub(super) fn resolve(reference: &BytesRef<'_>) -> String {
    let name: &str = reference;
    let known = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    };
    known.map_or_else(|| format!("&{name};"), String::from)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::problem::Problem;
    use crate::read::Source;

    fn export(items: &str) -> (Vec<Source>, Vec<Problem>) {
        let xml = format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a \"xxxxxxxx\"><!ENTITY b \"&a;&a;&a;\">]>\n<rss><channel>\n\
             <title>Kabar Contoh</title>\n<wp:author><wp:author_login>sari</wp:author_login>\
             <wp:author_display_name><![CDATA[Sari Dewi]]></wp:author_display_name></wp:author>\n{items}\n</channel></rss>\n"
        );
        let mut problems = Vec::new();
        let sources = read("a.xml", &xml, &mut problems);
        (sources, problems)
    }

    fn item(title: &str, kind: &str, status: &str, html: &str) -> String {
        format!(
            "<item><title>{title}</title><link>https://contoh.id/{kind}</link><dc:creator>sari</dc:creator>\
             <content:encoded><![CDATA[{html}]]></content:encoded><wp:post_name>apel-pagi</wp:post_name>\
             <wp:post_date>2026-01-05 08:00:00</wp:post_date><wp:status>{status}</wp:status>\
             <wp:post_type>{kind}</wp:post_type><wp:comment><wp:comment_content>Bagus.</wp:comment_content></wp:comment></item>\n"
        )
    }

    #[test]
    fn published_posts_are_articles_and_the_rest_is_named() {
        let items = [
            item("Apel &amp; Rapat", "post", "publish", "<!-- wp:paragraph --><p>Camat hadir.</p><script>x()</script>"),
            item("Rencana", "post", "draft", "Belum."),
            item("Tentang Kami", "page", "publish", "Kami."),
            item("foto", "attachment", "inherit", ""),
        ];
        let (sources, problems) = export(&items.concat());
        assert_eq!(sources.len(), 1);
        let fields = &sources[0].fields;
        assert_eq!((sources[0].text.as_str(), sources[0].line), ("Camat hadir.", Some(6)));
        assert_eq!(fields.title.as_deref(), Some("Apel & Rapat"));
        assert_eq!((fields.id.as_deref(), fields.author.as_deref()), (Some("apel-pagi"), Some("Sari Dewi")));
        assert_eq!(
            (fields.source.as_deref(), fields.date),
            (Some("Kabar Contoh"), Some(jiff::civil::date(2026, 1, 5)))
        );
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("a.xml:7: \"Rencana\" is a draft"), "{said:?}");
        assert!(said[1].starts_with("a.xml:8: \"Tentang Kami\" is of the type \"page\""), "{said:?}");
        assert!(said[2].contains("1 attachment"), "{said:?}");
        assert!(problems.iter().all(|problem| !problem.kind.loses_article()));
    }

    #[test]
    fn damage_costs_its_item_and_entities_do_not_expand() {
        let items = format!(
            "<item><title>Rusak</title><content:encoded><![CDATA[a]]></content:encoded><!oops </item>\n{}{}",
            item("Satu", "post", "publish", "Satu."),
            "<item><title>&b;&b;</title><content:encoded>&b; Dua &lt;b&gt;.&lt;/b&gt;</content:encoded></item>"
        );
        let (sources, problems) = export(&items);
        let texts: Vec<&str> = sources.iter().map(|source| source.text.as_str()).collect();
        assert_eq!(texts, ["Satu.", "&b; Dua ."], "{problems:?}");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].line, Some(6));
    }

    #[test]
    fn a_file_that_ends_early_and_one_that_is_no_export_say_so() {
        let (sources, problems) = export(&format!("{}<item><title>Putus", item("Satu", "post", "publish", "Satu.")));
        assert_eq!((sources.len(), problems.len()), (1, 1), "{problems:?}");
        let mut problems = Vec::new();
        assert!(read("b.xml", "<html><p>x</p></html>", &mut problems).is_empty());
        assert!(problems[0].to_string().contains("no WordPress export"));
    }
}

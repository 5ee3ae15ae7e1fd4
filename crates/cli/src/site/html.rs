//! Reads the bundler's start page and makes the site's pages of it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::SiteError;
use super::head::escaped;
use super::hosts;
use super::names::{Named, integrity};
use super::routes::Route;
use super::staged::{INDEX, Staged, Start, local};

/// The element that starts the app.
const LOADER: &str = "script[src][data-js][data-wasm]";

/// The element that the app draws itself into.
const PLACE: &str = "#jejak";

/// Links that fetch the app's parts early. Pages must not name these, or every page would change with the app.
const EARLY: &str = r#"link[rel="modulepreload"], link[rel="preload"]"#;

/// A style sheet for every medium; those for one medium alone are not joined.
const SHEET: &str = r#"link[rel="stylesheet"][href]:not([media])"#;

/// The page's policy.
const POLICY: &str = r#"meta[http-equiv="Content-Security-Policy"][content]"#;

/// What an element handler may fail with.
type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Reads from the start page what the app is started with.
pub(super) fn start(index: &str) -> Result<Start, SiteError> {
    let found = RefCell::new(Vec::new());
    look(index, LOADER, |element| {
        let get = |name| element.get_attribute(name).as_deref().and_then(local).map(str::to_owned);
        if let (Some(loader), Some(js), Some(wasm)) = (get("src"), get("data-js"), get("data-wasm")) {
            found.borrow_mut().push(Start { loader, js, wasm });
        }
    })?;
    let mut found = found.into_inner();
    match (found.pop(), found.len()) {
        (Some(start), 0) => Ok(start),
        (None, _) => Err(SiteError::Loader(0)),
        (Some(_), more) => Err(SiteError::Loader(more + 1)),
    }
}

/// The files that the start page links to.
pub(super) fn links(index: &str) -> Result<BTreeSet<String>, SiteError> {
    let found = RefCell::new(BTreeSet::new());
    look(index, "link[href], script[src], img[src]", |element| {
        for name in ["href", "src"] {
            found.borrow_mut().extend(element.get_attribute(name).as_deref().and_then(local).map(str::to_owned));
        }
    })?;
    Ok(found.into_inner())
}

/// The style sheets that the start page links to, in its order.
pub(super) fn sheets(index: &str) -> Result<Vec<String>, SiteError> {
    let found = RefCell::new(Vec::new());
    look(index, SHEET, |element| {
        found.borrow_mut().extend(element.get_attribute("href").as_deref().and_then(local).map(str::to_owned));
    })?;
    Ok(found.into_inner())
}

fn look(html: &str, selector: &str, mut see: impl FnMut(&Element<'_, '_>)) -> Result<(), SiteError> {
    let handler = element!(selector, |element| {
        see(element);
        Ok(())
    });
    rewrite(html, RewriteStrSettings::new().append_element_content_handler(handler)).map(drop)
}

fn rewrite(html: &str, settings: RewriteStrSettings<'_, '_>) -> Result<String, SiteError> {
    rewrite_str(html, settings).map_err(|error| SiteError::Html(error.to_string()))
}

/// The page that all pages are made of: its files are named by content, and what differs from page to page is open.
pub(super) struct Shell {
    html: String,
    loader: String,
    /// The page cut where pages differ: what stands before each place, and what belongs there.
    cut: Vec<(String, Open)>,
    /// What stands behind the last place.
    rest: String,
    /// What a page without a description of its own says.
    description: String,
}

/// What differs from page to page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Open {
    /// The way to the site's root.
    Base,
    /// The title.
    Title,
    /// The description.
    Description,
    /// The end of the head.
    Head,
    /// What the app fills.
    Place,
}

impl Open {
    const ALL: [Self; 5] = [Self::Base, Self::Title, Self::Description, Self::Head, Self::Place];

    /// What stands in its place while the page is cut: no markup, and nothing that a page says.
    fn mark(self) -> &'static str {
        match self {
            Self::Base => "{jejak:base}",
            Self::Title => "{jejak:title}",
            Self::Description => "{jejak:description}",
            Self::Head => "{jejak:head}",
            Self::Place => "{jejak:place}",
        }
    }
}

impl Shell {
    /// `links` stands in the head of each page.
    pub(super) fn new(staged: &Staged, named: &Named, links: &str) -> Result<Self, SiteError> {
        let sheets = Cell::new(0);
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!(EARLY, |element| {
                element.remove();
                Ok(())
            }))
            .append_element_content_handler(element!(SHEET, |element| {
                // They are one file now; the first stands for all.
                if element.get_attribute("href").as_deref().and_then(local).is_some()
                    && sheets.replace(sheets.get() + 1) > 0
                {
                    element.remove();
                }
                Ok(())
            }))
            .append_element_content_handler(element!("link[href], script[src], img[src]", |element| {
                for attribute in ["href", "src"] {
                    rename(element, attribute, named)?;
                }
                Ok(())
            }))
            .append_element_content_handler(element!(LOADER, |element| {
                let attributes: Vec<String> = element.attributes().iter().map(|a| a.name()).collect();
                attributes
                    .iter()
                    .filter(|name| name.starts_with("data-"))
                    .for_each(|name| element.remove_attribute(name));
                Ok(())
            }))
            .append_element_content_handler(element!("head", |element| {
                element.append(links, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("[nonce]", |element| {
                element.remove_attribute("nonce");
                Ok(())
            }))
            .append_element_content_handler(element!("meta[http-equiv][content]", |element| {
                let policy = element.get_attribute("content").unwrap_or_default();
                Ok(element.set_attribute("content", &without_nonces(&policy))?)
            }));
        let html = rewrite(staged.text(INDEX)?, settings)?;
        // What was removed leaves empty lines.
        let html =
            html.lines().filter(|line| !line.trim().is_empty()).fold(String::new(), |html, line| html + line + "\n");
        let mut shell = Self {
            html,
            loader: staged.loader().to_owned(),
            cut: Vec::new(),
            rest: String::new(),
            description: String::new(),
        };
        shell.cut()?;
        Ok(shell)
    }

    /// All that a page made of it may differ by from one made of another.
    pub(super) fn pieces(&self) -> impl std::hash::Hash + '_ {
        let Self { html, loader, cut, rest, description } = self;
        (html, loader, cut, rest, description)
    }

    /// Cuts the page once, so that thousands of pages are made by joining pieces.
    fn cut(&mut self) -> Result<(), SiteError> {
        let description = RefCell::new(String::new());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("base", |element| Ok(
                element.set_attribute("href", Open::Base.mark())?
            )))
            .append_element_content_handler(element!("head > title", |element| {
                element.set_inner_content(Open::Title.mark(), ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("meta[name=description]", |element| {
                *description.borrow_mut() = element.get_attribute("content").unwrap_or_default();
                Ok(element.set_attribute("content", Open::Description.mark())?)
            }))
            .append_element_content_handler(element!("head", |element| {
                element.append(Open::Head.mark(), ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!(PLACE, |element| {
                element.set_inner_content(Open::Place.mark(), ContentType::Html);
                Ok(())
            }));
        let html = rewrite(&self.html, settings)?;
        self.description = description.into_inner();
        let mut places: Vec<(usize, Open)> = Vec::new();
        for open in Open::ALL {
            let found = html.matches(open.mark()).count();
            if found != 1 && !(open == Open::Description && found == 0) {
                return Err(SiteError::Html(format!(
                    "it has {found} places for {}; it must have one base, one title, one head and one place for the app",
                    open.mark()
                )));
            }
            places.extend(html.find(open.mark()).map(|at| (at, open)));
        }
        places.sort_unstable_by_key(|(at, _)| *at);
        let mut rest = html.as_str();
        for (_, open) in places {
            // In their order, each is the first of its kind that is left.
            let (before, behind) = rest.split_once(open.mark()).unwrap_or((rest, ""));
            self.cut.push((before.to_owned(), open));
            rest = behind;
        }
        self.rest = rest.to_owned();
        Ok(())
    }

    /// A page that waits for the app, cut where the way to the site's root belongs.
    ///
    /// # Errors
    /// It has no place for that.
    pub(super) fn empty(&self, title: &str) -> Result<Vec<String>, SiteError> {
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("base", |element| Ok(
                element.set_attribute("href", Open::Base.mark())?
            )))
            .append_element_content_handler(element!("head > title", |element| {
                element.set_inner_content(title, ContentType::Text);
                Ok(())
            }));
        let html = rewrite(&self.html, settings)?;
        Ok(html.split(Open::Base.mark()).map(str::to_owned).collect())
    }

    /// The policy of every page, as a header says it.
    pub(super) fn policy(&self) -> Result<String, SiteError> {
        let own = RefCell::new(None);
        look(&self.html, POLICY, |element| *own.borrow_mut() = element.get_attribute("content"))?;
        Ok(hosts::policy(own.into_inner().as_deref()))
    }

    /// The page of a route: `head` is what it says of itself, `body` the markup that the app will take over.
    pub(super) fn page(&self, route: &Route, head: &str, body: &str) -> String {
        let mut page = String::with_capacity(self.html.len() + head.len() + body.len() + 1024);
        for (before, open) in &self.cut {
            page.push_str(before);
            match open {
                Open::Base => page.push_str(&route.to_root()),
                Open::Title => page.push_str(&escaped(&route.title)),
                // As it stood in the markup, so not escaped again.
                Open::Description => match &route.description {
                    Some(words) => page.push_str(&escaped(words)),
                    None => page.push_str(&self.description),
                },
                Open::Head => page.push_str(head),
                Open::Place => page.push_str(body),
            }
        }
        page.push_str(&self.rest);
        page
    }

    /// The page for addresses that lead nowhere: it names nothing by itself, because it does not know where it stands.
    /// Its body is `words`, which are markup, in the place of the app; each script of `scripts` is named at its end, and
    /// links are put off into `data-href`.
    pub(super) fn unplaced(&self, words: &str, scripts: &[String]) -> Result<String, SiteError> {
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("base", |element| {
                element.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("link[href]", |element| put_off(element, "href")))
            .append_element_content_handler(element!("script[src]", |element| {
                // An element of its own kind is not fetched, and holds what the real one needs.
                let loader = element.get_attribute("src").as_deref() == Some(self.loader.as_str());
                if loader { put_off(element, "src") } else { Ok(()) }
            }))
            .append_element_content_handler(element!(PLACE, |element| {
                element.set_inner_content(words, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("body", |element| {
                for script in scripts {
                    element.append(&format!("<script src=\"{script}\"></script>\n"), ContentType::Html);
                }
                Ok(())
            }));
        rewrite(&self.html, settings)
    }
}

/// Moves an address to where the browser does not look.
fn put_off(element: &mut Element<'_, '_>, attribute: &str) -> Result<(), Fault> {
    if let Some(address) = element.get_attribute(attribute) {
        element.remove_attribute(attribute);
        element.set_attribute(&format!("data-{attribute}"), &address)?;
    }
    Ok(())
}

/// Gives a link the new name of the file behind it, and the integrity of its bytes where it had one.
fn rename(element: &mut Element<'_, '_>, attribute: &str, named: &Named) -> Result<(), Fault> {
    let Some(address) = element.get_attribute(attribute) else { return Ok(()) };
    let Some(path) = local(&address) else { return Ok(()) };
    // The loader keeps its name, but must be found from the base.
    let new = named.renamed.get(path).map_or(path, String::as_str);
    element.set_attribute(attribute, new)?;
    if element.has_attribute("integrity") {
        match named.files.get(new) {
            Some(bytes) => element.set_attribute("integrity", &integrity(bytes))?,
            None => element.remove_attribute("integrity"),
        }
    }
    Ok(())
}

/// A policy without the nonces that let the bundler's development server reload the page.
fn without_nonces(policy: &str) -> String {
    let directives = policy.split(';').map(|directive| {
        let words = directive.split_whitespace().filter(|word| !word.starts_with("'nonce-"));
        words.collect::<Vec<_>>().join(" ")
    });
    directives.filter(|directive| !directive.is_empty()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_nonces_out_of_a_policy_and_nothing_else() {
        let policy =
            "default-src 'self'; script-src 'self' 'nonce-abc' 'wasm-unsafe-eval' 'nonce-d'; base-uri 'self' 'nonce-e'";
        let expected = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'self'";
        assert_eq!(without_nonces(policy), expected);
        assert_eq!(without_nonces(expected), expected);
    }

    #[test]
    fn finds_how_the_app_starts() {
        let page = r#"<script src="./muat.js" data-js="/a-1.js" data-wasm="a.wasm" defer></script>"#;
        let expected = Start { loader: "muat.js".into(), js: "a-1.js".into(), wasm: "a.wasm".into() };
        assert_eq!(start(page).unwrap(), expected);
        assert!(matches!(start("<p>"), Err(SiteError::Loader(0))));
        assert!(matches!(start(&page.repeat(2)), Err(SiteError::Loader(2))));
    }
}

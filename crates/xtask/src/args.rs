//! What a person may ask for: parsed first and whole, so that a mistyped option costs no build.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use lexopt::{Parser, ValueExt as _};

use crate::error::Error;

/// Shown by `help` and after a misuse.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  setup                  install what is missing, tests included (into .tools/, nothing of yours is changed)
  build                  set up, then build the site into dist/
  serve                  set up, build, then serve the site on this machine only
  dist                   set up, build, then put jejak with the app inside into dist-bin/, for Linux or what --target names
  test                   set up, then run everything: what CI runs
  bench [FILE|DIR]       measure how fast the press is and how its memory grows, on one core and on all
  bench search [FILE|N]  measure the search engine: sizes, what a first question fetches, times; on a file of
                         articles (JSON Lines) or on N invented ones
  bench browser [FILE|N] the same in Chromium, beside Pagefind and MiniSearch, which npm installs
  bench build [FILE|N]   how long a build takes, beside Pagefind and MiniSearch
  bench scale [N...]     both over invented articles: 1000, 10000 and 100000; draws docs/scale.svg; --engine measures
                         what needs no browser, --page afterwards the rest
  screens DIR            build, then write pictures of every kind of page into DIR: narrow, phone, desktop, wide, light,
                         dark and English
  lighthouse [desktop|mobile] [home|article|person] [--runs N]
                         build, then print what Lighthouse says of the site behind nginx: of all, or of what is named;
                         the median of five runs
  fuzz [TARGET...]       set up, then run the targets of fuzz/, all or these, for 20 seconds each or --seconds N; wants a
                         nightly compiler
  data SITE              check the tables, lists and documents that a site hands out
  found SITE             check the data, feeds, sitemap and citations of a site that was built with a base_url
  record                 measure accuracy, sizes and instructions anew and record them; a test fails where they get worse
  trunk ARGUMENTS...     set up, then run trunk with the project's tools (`cargo xtask trunk serve` reloads on change)
  help                   this text

Options of build and serve:
  --articles DIR         carry the articles of DIR instead of assets/articles
Options of serve:
  --port N               listen on port N (8080)
  --base PATH            serve under PATH, such as /arsip/ (/)
Options of dist:
  --target TRIPLE        x86_64-unknown-linux-musl (runs on any Linux) or x86_64-pc-windows-gnu; may be said twice";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Setup,
    Build(Site),
    Serve(Site, Address),
    Dist(Vec<String>),
    Test,
    Record,
    Screens(PathBuf),
    Found(PathBuf),
    Fuzz(Fuzz),
    /// Check the files of data of the site in this folder.
    Data(PathBuf),
    Lighthouse(Vec<OsString>),
    Bench(Bench),
    Trunk(Vec<OsString>),
}

/// What is measured, and on what.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bench {
    pub(crate) what: What,
    /// The articles: a file, or how many to invent; empty for those beside the project.
    pub(crate) articles: Vec<OsString>,
    /// Which step of the curve, where it is not all of them.
    pub(crate) step: Option<&'static str>,
}

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Press,
    Search,
    Browser,
    Build,
    Scale,
}

/// What is fuzzed, and how long each.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fuzz {
    /// The targets by name; all where none is named.
    pub(crate) targets: Vec<String>,
    pub(crate) seconds: u32,
}

impl Default for Fuzz {
    fn default() -> Self {
        Self { targets: Vec::new(), seconds: 20 }
    }
}

/// What the site is made of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Site {
    /// The folder of articles to carry, as typed; `None` for the default archive.
    pub(crate) articles: Option<PathBuf>,
}

/// Where the site is served.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) port: u16,
    /// The path that the site stands under.
    pub(crate) base: String,
}

/// Reads the command line.
pub(crate) fn parse(mut parser: Parser) -> Result<Task, Error> {
    let Some(first) = parser.next()? else { return Ok(Task::Help) };
    let command = match first {
        Value(word) => word.string()?,
        Long("help") | Short('h') => return Ok(Task::Help),
        other => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "help" => nothing_more(parser, Task::Help),
        "setup" => nothing_more(parser, Task::Setup),
        "dist" => {
            let mut targets = Vec::new();
            while let Some(argument) = parser.next()? {
                match argument {
                    Long("target") => targets.push(parser.value()?.string()?),
                    other => return Err(other.unexpected().into()),
                }
            }
            Ok(Task::Dist(targets))
        }
        "test" => nothing_more(parser, Task::Test),
        "record" => nothing_more(parser, Task::Record),
        "screens" => {
            let Some(Value(folder)) = parser.next()? else {
                return Err(Error::Usage("screens wants the folder to write to".to_owned()));
            };
            nothing_more(parser, Task::Screens(folder.into()))
        }
        "found" => {
            let Some(Value(site)) = parser.next()? else {
                return Err(Error::Usage("found wants the folder of a site".to_owned()));
            };
            nothing_more(parser, Task::Found(site.into()))
        }
        "data" => {
            let Some(Value(site)) = parser.next()? else {
                return Err(Error::Usage("data wants the folder of a site".to_owned()));
            };
            nothing_more(parser, Task::Data(site.into()))
        }
        "fuzz" => {
            let mut fuzz = Fuzz::default();
            while let Some(argument) = parser.next()? {
                match argument {
                    Value(target) => fuzz.targets.push(target.string()?),
                    Long("seconds") => fuzz.seconds = parser.value()?.parse()?,
                    other => return Err(other.unexpected().into()),
                }
            }
            Ok(Task::Fuzz(fuzz))
        }
        "lighthouse" => Ok(Task::Lighthouse(parser.raw_args()?.collect())),
        "bench" => Ok(Task::Bench(bench(parser)?)),
        "build" => Ok(Task::Build(site_options(parser, None)?)),
        "serve" => {
            let mut address = Address { port: 8080, base: "/".to_owned() };
            let site = site_options(parser, Some(&mut address))?;
            Ok(Task::Serve(site, address))
        }
        "trunk" => Ok(Task::Trunk(parser.raw_args()?.collect())),
        other => Err(Error::Usage(format!("there is no command `{other}`"))),
    }
}

/// Reads what is measured, and on what: one file or number, or for the curve as many numbers as wanted.
fn bench(mut parser: Parser) -> Result<Bench, Error> {
    let (mut words, mut step) = (Vec::new(), None);
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) => words.push(word),
            Long("engine") if words.first().is_some_and(|word| word == "scale") => step = Some("--engine"),
            Long("page") if words.first().is_some_and(|word| word == "scale") => step = Some("--page"),
            other => return Err(other.unexpected().into()),
        }
    }
    let what = match words.first().and_then(|word| word.to_str()) {
        Some("search") => What::Search,
        Some("browser") => What::Browser,
        Some("build") => What::Build,
        Some("scale") => What::Scale,
        _ => What::Press,
    };
    let articles = words.split_off(usize::from(what != What::Press));
    match articles.get(1) {
        Some(more) if what != What::Scale => Err(Value(more.clone()).unexpected().into()),
        _ => Ok(Bench { what, articles, step }),
    }
}

fn nothing_more(mut parser: Parser, task: Task) -> Result<Task, Error> {
    match parser.next()? {
        None => Ok(task),
        Some(Long("help") | Short('h')) => Ok(Task::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// Reads the options of build, and those of serve where an address is wanted.
fn site_options(mut parser: Parser, mut address: Option<&mut Address>) -> Result<Site, Error> {
    let mut site = Site::default();
    while let Some(option) = parser.next()? {
        match (option, address.as_deref_mut()) {
            (Long("articles"), _) => site.articles = Some(parser.value()?.into()),
            (Long("port"), Some(address)) => address.port = parser.value()?.parse()?,
            (Long("base"), Some(address)) => address.base = base(parser.value()?.string()?)?,
            (other, _) => return Err(other.unexpected().into()),
        }
    }
    Ok(site)
}

/// A path to serve under. The server looks closer; this spares a person the build before it does.
fn base(path: String) -> Result<String, Error> {
    if path.starts_with('/') && path.ends_with('/') {
        Ok(path)
    } else {
        Err(Error::Usage(format!("`{path}` cannot be a base path; it starts and ends with /, such as /arsip/")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Task, Error> {
        parse(Parser::from_args(words))
    }

    #[test]
    fn reads_each_command() {
        assert_eq!(read(&[]).unwrap(), Task::Help);
        assert_eq!(read(&["test"]).unwrap(), Task::Test);
        assert_eq!(read(&["dist"]).unwrap(), Task::Dist(vec![]));
        let windows = "x86_64-pc-windows-gnu".to_owned();
        assert_eq!(read(&["dist", "--target", &windows]).unwrap(), Task::Dist(vec![windows]));
        assert_eq!(read(&["record"]).unwrap(), Task::Record);
        assert_eq!(read(&["fuzz"]).unwrap(), Task::Fuzz(Fuzz::default()));
        let fuzz = Fuzz { targets: vec!["query".to_owned()], seconds: 600 };
        assert_eq!(read(&["fuzz", "query", "--seconds", "600"]).unwrap(), Task::Fuzz(fuzz));
        assert_eq!(read(&["screens", "gambar"]).unwrap(), Task::Screens("gambar".into()));
        let bench = |what, articles: &[&str]| {
            let articles = articles.iter().map(OsString::from).collect();
            Task::Bench(Bench { what, articles, step: None })
        };
        for (words, task) in [
            (vec!["bench"], bench(What::Press, &[])),
            (vec!["bench", "a.jsonl"], bench(What::Press, &["a.jsonl"])),
            (vec!["bench", "browser", "a.jsonl"], bench(What::Browser, &["a.jsonl"])),
            (vec!["bench", "scale", "10", "20"], bench(What::Scale, &["10", "20"])),
        ] {
            assert_eq!(read(&words).unwrap(), task);
        }
        let page = Bench { what: What::Scale, articles: vec!["10".into()], step: Some("--page") };
        assert_eq!(read(&["bench", "scale", "10", "--page"]).unwrap(), Task::Bench(page));
        let site = Site { articles: Some("berita".into()) };
        let address = Address { port: 9000, base: "/arsip/".to_owned() };
        let words = ["serve", "--articles", "berita", "--port=9000", "--base", "/arsip/"];
        assert_eq!(read(&words).unwrap(), Task::Serve(site, address));
        assert_eq!(read(&["found", "situs"]).unwrap(), Task::Found("situs".into()));
        assert_eq!(read(&["data", "situs"]).unwrap(), Task::Data("situs".into()));
        assert_eq!(read(&["lighthouse", "mobile"]).unwrap(), Task::Lighthouse(vec!["mobile".into()]));
        assert_eq!(read(&["trunk", "serve", "--open"]).unwrap(), Task::Trunk(vec!["serve".into(), "--open".into()]));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for words in [
            &["deploy"][..],
            &["build", "--port", "1"],
            &["test", "fast"],
            &["dist", "windows"],
            &["fuzz", "--seconds", "long"],
            &["screens"],
            &["screens", "a", "b"],
            &["bench", "--fast"],
            &["bench", "search", "--page"],
            &["bench", "search", "a.jsonl", "b.jsonl"],
            &["serve", "--port", "web"],
            &["serve", "--base", "arsip"],
        ] {
            assert!(matches!(read(words), Err(Error::Usage(_))), "{words:?} was taken");
        }
    }
}

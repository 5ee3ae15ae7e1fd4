//! What a person may ask `jejak` for. Help, completions and the manual are made of this, so the words here are part of
//! the product.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand};
use clap_complete::Shell;
use jejak_cli::export::Output;
use jejak_export::Form;

use crate::carried;

/// Who said what, when: turns a folder of Indonesian news articles into a site.
#[derive(Debug, Parser)]
#[command(
    name = "jejak",
    version = carried::VERSION,
    about,
    after_help = "Begin with: jejak new berita, then jejak build berita -o situs, then jejak serve situs"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a folder to begin with: an example article, and an archive.toml with every key in it.
    New {
        /// The folder; what lies in it already stays as it is.
        folder: PathBuf,
    },
    /// Turn a folder of articles into a site.
    ///
    /// Reads every .txt, .md, .html, .docx, .csv, .json and .jsonl file and WordPress export (.xml) of a folder and the
    /// folders in it, or one such file; archive.toml in the folder, or beside the file, says what the archive is called.
    /// An old site in SITE is replaced once the new one is whole. jejak.lock beside the settings remembers the addresses
    /// that were given, so that links last; keep it with the articles.
    ///
    /// Each problem is one line on standard error, with its file and line; of twenty of a kind the others are counted. What
    /// needs a look though it is in the site (no date, a weekday that clashes with its date, statements without a speaker,
    /// likely copies, limits of common hosts) is a line a kind, with a few examples. Exit code 0: every article is in the site,
    /// although a key or value beside it may have been left unread. 1: a file, an article, the settings or a correction
    /// are not in the site (the others are), or jejak.lock could not be read, or no site was written, and an old one
    /// stays. 2: the command was misused.
    Build {
        /// A folder of articles, or one file of them.
        #[arg(value_name = "DIR|FILE")]
        articles: PathBuf,
        /// The folder for the site: a new or empty one, or one with an old site.
        #[arg(short, long, value_name = "SITE")]
        output: PathBuf,
        /// The folder of a compiled app; by default the app that this jejak carries (jejak --version tells), else
        /// target/site-staged of the checkout that the current folder lies in.
        #[arg(long, value_name = "STAGED")]
        app: Option<PathBuf>,
        /// Lay the archive beside the app, in parts that a page fetches as it needs them; a large one always lies so.
        #[arg(long)]
        parts: bool,
        /// Make the archive smaller, for a host with little room: 0.60 of its text where it is 0.62 otherwise, measured on
        /// 6,242 articles. Building takes longer, and a first question fetches two fifths more. An archive of less than 1 MB
        /// of text stays as it is.
        #[arg(long)]
        small: bool,
        /// Write no page for each article, person, organisation and topic: a build takes less time and has few files.
        /// Links to them still open the app, by 404.html, but hosts answer them as missing (404): search engines leave
        /// them out, those who share one show no title, and addresses of old do not lead on.
        #[arg(long)]
        no_prerender: bool,
        /// Make everything anew, and leave nothing for the next build. Otherwise what is found in an article, and how it is
        /// packed, is taken from .jejak-cache beside archive.toml where an earlier build left it there. The site is the same,
        /// byte by byte, and the folder may be deleted at any time.
        #[arg(long)]
        no_cache: bool,
        /// Write all problems, and all that needs a look, into a file, one JSON object a line.
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
    /// Serve a site on this machine, compressed, as a static host would.
    ///
    /// Nobody else on the network sees it. With --watch the site is built first, and again whenever an article or
    /// archive.toml changes; open pages then load themselves anew. A build that fails says why, and the last good site stays.
    Serve {
        /// The site's folder. With --watch it is built there; where no folder is named, it goes when the server ends.
        #[arg(required_unless_present = "watch")]
        site: Option<PathBuf>,
        /// Build the site from these articles, and again whenever they change.
        #[arg(long, value_name = "DIR|FILE")]
        watch: Option<PathBuf>,
        /// The port; 0 takes any free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// As for build.
        #[arg(long, value_name = "STAGED", requires = "watch")]
        app: Option<PathBuf>,
        /// As for build.
        #[arg(long, requires = "watch")]
        parts: bool,
        /// As for build: where there are thousands of articles, each build takes less time.
        #[arg(long, requires = "watch")]
        no_prerender: bool,
        /// As for build.
        #[arg(long, requires = "watch")]
        no_cache: bool,
    },
    /// Print what a visitor would find, as JSON, one hit a line.
    Search {
        /// A site's folder, its .wasm file, or an archive's file.
        #[arg(value_name = "SITE|ARCHIVE")]
        archive: PathBuf,
        /// What to look for, as typed into the search field.
        #[arg(required_unless_present = "queries", conflicts_with = "queries")]
        query: Option<String>,
        /// Queries from a file, one a line.
        #[arg(long, value_name = "FILE")]
        queries: Option<PathBuf>,
        /// The most hits for one query.
        #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
        limit: u32,
        /// Say of each hit what its score is the sum of.
        #[arg(long)]
        explain: bool,
        /// Print instead who says it most: speakers, with how many of their statements hold the words, and of a hundred
        /// articles that name them, in how many they say so.
        #[arg(long, conflicts_with = "explain")]
        speakers: bool,
    },
    /// Print a list as a table, as JSON, or as citations: every row that answers, in the order of the page.
    ///
    /// Each file says what it is a list of: the query, its filters, the archive with stamp and licence, the address that shows
    /// the same list, and how many rows there are. Links are whole where the site was built with a base_url. In CSV a text
    /// that a spreadsheet would take for a formula begins with '.
    ///
    /// parquet holds the columns of the CSV with their types. opensearch and quickwit are documents for those engines, one a
    /// line, articles with their texts; opensearch-index and quickwit-index are what the engine has to know of their fields first.
    ///
    /// With --source it writes instead a folder of which `jejak build` makes the same archive: the articles as the archive
    /// holds them, and an archive.toml. That is tried at once: exit code 1 says that it comes out otherwise, and which articles.
    Export {
        /// A site's folder, its .wasm file, or an archive's file.
        #[arg(value_name = "SITE|ARCHIVE")]
        archive: PathBuf,
        /// What to look for, as typed into the search field; without it everything is taken.
        query: Option<String>,
        /// A filter as the address of a list has it, such as tokoh=sari-dewi, topik=-pasar, sejak=2026-01-31, urut=terlama; with
        /// --statements also ragam=langsung and yakin=80. May be said several times.
        #[arg(long = "filter", value_name = "NAME=VALUE")]
        filters: Vec<String>,
        /// In what form.
        #[arg(long = "as", value_name = "FORM", default_value = "json", value_parser = forms())]
        form: Output,
        /// Take statements instead of articles: filters by tokoh and lembaga then mean who speaks.
        #[arg(long)]
        statements: bool,
        /// The most rows.
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        /// Write all articles into this folder, a new or empty one, as `jejak build` reads them.
        #[arg(long, value_name = "DIR", conflicts_with_all = ["query", "filters", "form", "statements", "limit"])]
        source: Option<PathBuf>,
        /// The archive.toml of those who keep the archive, to lie beside them without its masks, with jejak.lock and the logo.
        /// Without it the settings are what the archive tells of itself: no topics of its own, and nobody who is private.
        #[arg(long, value_name = "FILE", requires = "source")]
        settings: Option<PathBuf>,
    },
    /// Print what an archive holds, as one JSON object.
    Inspect {
        /// A site's folder, its .wasm file, an archive's file, or a folder of articles.
        #[arg(value_name = "SITE|ARCHIVE|DIR")]
        archive: PathBuf,
        /// Print instead the articles that are copies of one text, one group a line: the oldest, then the others, each with
        /// the bytes of its clean text that the oldest does not have. Articles that one outlet made from a form follow, marked
        /// as series.
        #[arg(long)]
        copies: bool,
        /// Print instead the statements that several articles print, one a line.
        #[arg(long, conflicts_with = "copies")]
        printings: bool,
    },
    /// Print what each article says as JSON, one object a line.
    Annotate {
        /// Articles: .txt, .md, .html, .docx, .csv, .json, .jsonl, WordPress exports (.xml).
        #[arg(required_unless_present = "jsonl")]
        files: Vec<PathBuf>,
        /// Articles as JSON Lines: {"id","title","date","source","url","text"} a line.
        #[arg(long, value_name = "FILE")]
        jsonl: Vec<PathBuf>,
    },
    /// Measure against labelled articles, and print one figure a line as JSON.
    Eval {
        /// Labels in the shape of annotate's output, one article a line.
        gold: PathBuf,
        /// The articles that the labels name by "id", as JSON Lines.
        #[arg(long, value_name = "FILE")]
        jsonl: Option<PathBuf>,
        /// The folder of the articles that the labels name by "file"; by default beside the labels.
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
        /// Also print every disagreement, on standard error.
        #[arg(long)]
        errors: bool,
    },
    /// Print what lets a shell complete this command's words.
    ///
    /// For bash: jejak completions bash > ~/.local/share/bash-completion/completions/jejak
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print a page of the manual, to be read by man.
    ///
    /// For instance: jejak man build > jejak-build.1 && man ./jejak-build.1
    Man {
        /// The command that the page is about; without it the page is about jejak as a whole.
        #[arg(value_name = "COMMAND")]
        command: Option<String>,
    },
}

/// The words for forms.
fn forms() -> impl clap::builder::TypedValueParser<Value = Output> {
    let words = PossibleValuesParser::new(Output::words().map(|(word, _)| word));
    words.map(|word| {
        Output::words().find(|(other, _)| *other == word).map_or(Output::Form(Form::Json), |(_, form)| form)
    })
}

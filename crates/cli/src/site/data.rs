//! The tables that a site hands out whole, and `datapackage.json`, which describes them.
//!
//! WHY files of their own, beside lists that the app writes: a program, a library's catalogue or a teacher takes all of an
//! archive in one request, from an address that lasts, without running the app.

use std::fmt::Write as _;

use jejak_app::state::url;
use jejak_archive::model::DataFiles;
use jejak_archive::query::FacetKind;
use jejak_archive::{Engine, Outcome};
use jejak_export::columns::{PACKAGE, Table};
use jejak_export::package::{Laid, Package, Pen, Rows};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::SiteError;

/// So many articles or records are written by a thread at a time.
const STRIDE: usize = 64;

/// Takes a file by its name, several at once; the first error ends all.
type Put<'a> = dyn Fn(&str, &[u8]) -> Result<(), SiteError> + Sync + 'a;

/// Makes the files, as far as the archive wants them, and gives each to `put`, which is called from several threads.
pub(super) fn lay(engine: &Engine, put: &Put<'_>) -> Result<(), SiteError> {
    let meta = engine.meta();
    if meta.data == DataFiles::None {
        return Ok(());
    }
    let pen = Pen::new(meta.base_url.as_deref().unwrap_or_default(), meta.data == DataFiles::Full);
    let articles: Vec<u32> = (0..engine.len()).collect();
    // Both rows at once, because reading a text takes longer than writing what is said of it.
    let of_article = |at: &u32| ready(engine.read(*at)).map(|read| [pen.article(&read.article), pen.quotes(&read)]);
    let [listed, quotes] = joined(&articles, of_article)?;
    let people = with_pages(engine, FacetKind::Person);
    let of_person = |slug: &&str| record(engine, FacetKind::Person, slug, &|record, page| pen.person(record, page));
    let [people, roles] = joined(&people, of_person)?;
    let bodies = with_pages(engine, FacetKind::Organisation);
    let of_body =
        |slug: &&str| record(engine, FacetKind::Organisation, slug, &|record, page| [pen.organisation(record, page)]);
    let [bodies] = joined(&bodies, of_body)?;
    let laws = with_pages(engine, FacetKind::Regulation);
    let of_law =
        |slug: &&str| record(engine, FacetKind::Regulation, slug, &|record, page| [pen.regulation(record, page)]);
    let [laws] = joined(&laws, of_law)?;

    let all = [
        (Table::Articles, listed),
        (Table::Quotes, quotes),
        (Table::People, people),
        (Table::Roles, roles),
        (Table::Organisations, bodies),
        (Table::Regulations, laws),
    ];
    let files: Vec<_> = all.iter().flat_map(|(table, rows)| [(*table, rows, true), (*table, rows, false)]).collect();
    let lay = |&(table, rows, csv): &(Table, &Rows, bool)| {
        let text = if csv { pen.csv(table, rows) } else { pen.json(rows) };
        put(&table.file(if csv { "csv" } else { "json" }), text.as_bytes())?;
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(text.as_bytes()) {
            // Writing into a string does not fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Ok(Laid { table, csv, rows: rows.count, bytes: text.len(), sha256 })
    };
    let laid: Vec<Laid> = files.par_iter().map(lay).collect::<Result<_, SiteError>>()?;

    let sources: Vec<&str> = engine.sources().iter().map(|source| &*source.name).collect();
    let described = Package { meta, stamp: engine.stamp(), sources: &sources }.describe(&pen, &laid);
    put(PACKAGE, described.as_bytes())
}

/// The slugs of those who have a page.
fn with_pages(engine: &Engine, facet: FacetKind) -> Vec<&str> {
    let all = match facet {
        FacetKind::Person => engine.people(),
        FacetKind::Regulation => engine.regulations(),
        _ => engine.organisations(),
    };
    all.iter().map(|one| &*one.slug).filter(|slug| engine.has_page(facet, slug)).collect()
}

/// What is written of one of them. No page of statements is asked for, so no text is read for one.
fn record<T: Default>(
    engine: &Engine,
    facet: FacetKind,
    slug: &str,
    write: &dyn Fn(&jejak_archive::statements::Record, &str) -> T,
) -> Result<T, SiteError> {
    let record = ready(engine.record(facet, slug, u32::MAX))?;
    Ok(record.map(|record| write(&record, &url::record(facet, &record.slug))).unwrap_or_default())
}

/// The rows of all in `N` tables, in order, each made on some core.
fn joined<T: Sync, const N: usize>(
    all: &[T],
    one: impl Fn(&T) -> Result<[Rows; N], SiteError> + Sync,
) -> Result<[Rows; N], SiteError> {
    let none = || [const { Rows { csv: String::new(), json: String::new(), count: 0 } }; N];
    let join = |mut rows: [Rows; N], more: [Rows; N]| {
        rows.iter_mut().zip(&more).for_each(|(rows, more)| rows.join(more));
        rows
    };
    let strides =
        all.par_chunks(STRIDE).map(|stride| stride.iter().try_fold(none(), |rows, it| Ok(join(rows, one(it)?))));
    let strides: Vec<[Rows; N]> = strides.collect::<Result<_, SiteError>>()?;
    Ok(strides.into_iter().fold(none(), join))
}

/// An archive that a site is written from is there as a whole.
fn ready<T>(outcome: Outcome<T>) -> Result<T, SiteError> {
    match outcome {
        Outcome::Ready(value) => Ok(value),
        Outcome::Needs(parts) => Err(SiteError::Archive(format!("{} of its parts are missing", parts.len()))),
    }
}

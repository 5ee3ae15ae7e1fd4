//! What of an archive can be had as data, on the page about it: all articles and statements as files, and what each of their
//! columns means.

use jejak_archive::Query;
use jejak_archive::model::DataFiles;
use jejak_archive::statements::StatementQuery;
use jejak_export::columns::{self, Column, PACKAGE, TEXT, Table};
use jejak_export::table::Kind;
use yew::Html;

use crate::markup::html;

use crate::components::takeaway;
use crate::state::site::Site;
use crate::state::url::{Location, Route};
use crate::text::data::Words;

/// The ways to whole files, and the data dictionary.
pub fn holdings(site: &Site) -> Html {
    let (words, language) = (Words::of(site.settings.language), site.settings.language.tag());
    let meta = site.library.meta();
    let has_files = meta.data != DataFiles::None;
    let lists = [
        (Table::Articles, Route::Explore(Query::default()), site.library.len()),
        (Table::Quotes, Route::Quotes(StatementQuery::default()), site.library.quotes()),
    ];
    let (articles, statements) = (columns::of_list(Kind::Articles), columns::of_list(Kind::Statements));
    let (articles, about) = articles.split_at(Kind::Articles.columns().len().min(articles.len()));
    let statements = statements.get(..Kind::Statements.columns().len()).unwrap_or_default();
    html! {
        <>
            <section class="holdings" aria-labelledby="unduh">
                <h2 id="unduh">{ words.download() }</h2>
                <p>{ words.download_about() }</p>
                <p class="take-ways">
                    { for lists.into_iter().map(|(table, route, count)| takeaway::list_at(
                        &Location::of(route).href(), &words.whole().with(table.title().of(language), count),
                    )) }
                </p>
                if has_files {
                    <p>{ words.files_about() }{ " " }<a href={PACKAGE} download="">{ PACKAGE }</a></p>
                    <ul class="files">{ for Table::ALL.into_iter().map(|table| html! {
                        <li data-file={table.word()}>
                            { table.title().of(language) }
                            { for ["csv", "json"].map(|ending| {
                                let file = table.file(ending);
                                html! { <>{ " " }<a href={file} download="">{ format!("{}.{ending}", table.word()) }</a></> }
                            }) }
                        </li>
                    }) }</ul>
                }
            </section>
            <section class="holdings" aria-labelledby="kamus">
                <h2 id="kamus">{ words.dictionary() }</h2>
                <p>{ words.dictionary_about() }</p>
                { dictionary(site, "articles", &words.list_of().with(Table::Articles.title().of(language)), "", articles) }
                { dictionary(site, "statements", &words.list_of().with(Table::Quotes.title().of(language)), "", statements) }
                { dictionary(site, "about", words.behind(), "", about) }
                if has_files {
                    { for Table::ALL.into_iter().map(|table| {
                        // Whole texts are a column only where they are handed out.
                        let full = meta.data == DataFiles::Full;
                        let columns: Vec<&Column> =
                            table.columns().iter().filter(|column| full || column.name != TEXT).collect();
                        let name = words.file_of().with(table.title().of(language), table.word());
                        dictionary(site, &format!("file-{}", table.word()), &name, table.about().of(language), &columns)
                    }) }
                }
            </section>
        </>
    }
}

/// The columns of one kind of rows.
fn dictionary(site: &Site, kind: &str, name: &str, about: &str, columns: &[&'static Column]) -> Html {
    let (words, language) = (Words::of(site.settings.language), site.settings.language.tag());
    let row = |column: &&'static Column| {
        let closed: Vec<String> = column.holds.words().into_iter().map(str::to_owned).collect();
        html! {
            <tr data-column={column.name}>
                <th scope="row"><code>{ column.name }</code></th>
                <td>
                    { column.about.of(language) }
                    if !closed.is_empty() {
                        { " " }{ words.one_of().with(&closed) }
                    }
                    if !column.always {
                        { " " }{ words.may_be_empty() }
                    }
                </td>
            </tr>
        }
    };
    html! {
        <details data-dictionary={kind.to_owned()}>
            <summary>{ name }</summary>
            if !about.is_empty() {
                <p class="take-hint">{ about }</p>
            }
            <table class="dictionary">
                <thead><tr><th scope="col">{ words.column() }</th><th scope="col">{ words.meaning() }</th></tr></thead>
                <tbody>{ for columns.iter().map(row) }</tbody>
            </table>
        </details>
    }
}

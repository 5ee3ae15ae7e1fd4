//! How often the press is wrong, on the page about an archive: who reads what a machine found should know.

use jejak_archive::Date;
use yew::Html;

use crate::markup::html;

use crate::components::timeline::axis::rate;
use crate::state::site::Site;

/// What `cargo xtask record` measured on labelled articles; `build.rs` writes it.
#[allow(missing_docs, reason = "written by build.rs; what they are stands here")]
pub mod measured {
    // The day, the default archive's stamp, and of each slot how many were right, were found, and should have been; the same of
    // the default archive's labels alone.
    use super::Date;

    include!(concat!(env!("OUT_DIR"), "/accuracy.rs"));
}

/// A table of every slot with its number of cases, and when that was measured.
pub fn accuracy(site: &Site) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let heads = [words.slot(), words.slot_cases(), words.slot_right(), words.slot_found()];
    let row = |(slot, name): (&str, &'static str)| {
        let (_, [right, found, wanted]) = *measured::SLOTS.iter().find(|(own, _)| *own == slot)?;
        let share = |of| text.time.in_tenths(rate(right, of));
        Some(html! {
            <tr>
                <th scope="row">{ name }</th>
                { for [text.number().with(wanted), share(found), share(wanted)].map(|cell| html! { <td>{ cell }</td> }) }
            </tr>
        })
    };
    html! {
        <section class="accuracy">
            <h2>{ words.accuracy() }</h2>
            <p>{ words.accuracy_how() }</p>
            <table>
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for words.slots().all().into_iter().filter_map(row) }</tbody>
            </table>
            <p>{ words.accuracy_when().with(&text.date_long(measured::DAY), measured::STAMP) }</p>
        </section>
    }
}

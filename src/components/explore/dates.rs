//! The two typed dates.

use jejak_archive::{Date, Query};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::markup::{classes, html};

use crate::state::day;
use crate::state::site::Site;

/// First and last day.
pub fn dates(site: &Site, query: &Query) -> Html {
    let text = site.text();
    html! {
        <div class="dates">
            { field(site, query, "sejak", text.from(), query.from, |query, date| Query { from: date, ..query }) }
            { field(site, query, "sampai", text.to(), query.to, |query, date| Query { to: date, ..query }) }
        </div>
    }
}

fn field(
    site: &Site,
    query: &Query,
    name: &'static str,
    label: &'static str,
    date: Option<Date>,
    with: fn(Query, Option<Date>) -> Query,
) -> Html {
    let onchange = {
        let (site, query) = (site.clone(), query.clone());
        Callback::from(move |event: Event| {
            // Only a whole day or a cleared field counts. While a day is half typed, a date field is empty, but for the
            // year: its first digits already make one, such as 202.
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            let date = day::read(&value).filter(|date| date.year() >= 1000);
            if date.is_some() || value.is_empty() {
                site.choose(with(query.clone(), date));
            }
        })
    };
    html! {
        <label class="date">
            // How a date field writes a day is up to the browser; here it is in the reader's words.
            <span>
                { label }
                if let Some(date) = date {
                    <span class="date-said" aria-hidden="true">{ site.text().date_short(date) }</span>
                }
            </span>
            <input class={classes("day", &[date.is_none().then_some("vacant")])} type="date" {name}
                value={date.map(day::write).unwrap_or_default()} {onchange} />
        </label>
    }
}

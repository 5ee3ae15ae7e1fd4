//! A year as a calendar: a row a month, a field a day, its colour the stronger the more articles.

use jejak_archive::Date;
use jejak_archive::answer::Bin;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// The side of a day's field, and where the fields begin, in units of the drawing.
const SIDE: usize = 10;
const LEFT: usize = 30;
/// How strong the colour of a day is, none first.
const SHADES: [&str; 5] = ["day-0", "day-1", "day-2", "day-3", "day-4"];

/// The calendar of bars of a day each; days outside the archive are not drawn. What it shows is also said in words beside
/// it, so it is hidden from who cannot see it.
pub(super) fn calendar(site: &Site, days: &[Bin], (first, last): (Date, Date)) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let most = days.iter().map(|bin| bin.count).max().unwrap_or_default().max(1);
    let field = |bin: &Bin| {
        let (x, y) = (LEFT + SIDE * at(bin.from.day()), SIDE * at(bin.from.month()));
        html! {
            <rect class={SHADES.get(shade(bin.count, most)).copied().unwrap_or_default()} x={x.to_string()} y={y.to_string()} width="9" height="9">
                <title>{ text.date_short(bin.from) }{ ": " }{ text.count().with(bin.count) }</title>
            </rect>
        }
    };
    let there = |bin: &&Bin| first <= bin.from && bin.from <= last;
    html! {
        <figure class="calendar" aria-hidden="true">
            <svg viewBox="0 0 340 120">
                { for (0..12).map(|month| html! {
                    <text x="0" y={(SIDE * month + 8).to_string()}>{ text.months_short().of(month) }</text>
                }) }
                { for days.iter().filter(there).map(field) }
            </svg>
            <figcaption>{ words.calendar_legend().with(most) }</figcaption>
        </figure>
    }
}

/// The place of a month or a day that is counted from 1.
fn at(number: i8) -> usize {
    usize::try_from(number - 1).unwrap_or_default()
}

/// One of five shades: none, and four between one article and the most that a day has, by their number of binary digits:
/// one day of very many would leave all others one shade.
fn shade(count: u32, most: u32) -> usize {
    let digits = |number: u32| (u32::BITS - number.leading_zeros()) as usize;
    (digits(count) * 4).div_ceil(digits(most).max(1)).min(SHADES.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_article_is_seen_and_the_most_is_strongest() {
        assert_eq!([0, 1, 3, 4, 15, 30, 250, 830].map(|count| shade(count, 830)), [0, 1, 1, 2, 2, 2, 4, 4]);
        assert_eq!((shade(1, 1), shade(1, 2), shade(u32::MAX, 1)), (4, 2, 4));
    }
}

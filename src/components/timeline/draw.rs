//! What all timelines are drawn of: bars, gaps of coverage, labels. Geometry is SVG attributes only, so the page's
//! policy needs no exception.

use jejak_archive::Date;
use jejak_archive::answer::{Bin, Scale, Timeline};
use yew::Html;

use crate::markup::{classes, html};

use super::axis::{self, percent};
use crate::state::day;
use crate::state::site::{Site, View};

/// One drawing of a timeline.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The page's handle.
    pub site: &'a Site,
    /// The bars.
    pub timeline: &'a Timeline,
    /// Whether the bars are shares of the archive's articles instead of counts.
    pub share: bool,
    /// Height of the tallest bar, in pixels.
    pub room: u32,
}

impl Drawing<'_> {
    /// Height of bars and labels together.
    #[must_use]
    pub fn tall(&self) -> String {
        (self.room + 22).to_string()
    }

    /// What a bar of full height stands for, and whether the archive's own bars fit behind the answer's. They do not
    /// where they would press the answer flat, nor where they count something else.
    #[must_use]
    pub fn most(&self) -> (u32, bool) {
        let bins = &self.timeline.bins;
        let own = bins.iter().map(|bin| axis::value(bin, self.share)).max().unwrap_or(0).max(1);
        let all = bins.iter().map(|bin| bin.of).max().unwrap_or(0);
        let behind = !self.share && !matches!(self.site.view, View::Statements(_)) && all / 8 <= own;
        if behind { (all.max(1), true) } else { (own, false) }
    }

    /// Gaps, bars and labels. `stop` is the bar that a tab leads to; without one, bars only show.
    pub fn bars(&self, stop: Option<usize>) -> Html {
        let most = self.most();
        let bins = &self.timeline.bins;
        html! {
            <>
                { for self.gaps() }
                { for bins.iter().enumerate().map(|(at, bin)| self.bar(at, bin, most, stop.map(|stop| stop == at))) }
                { for axis::labels(self.timeline).into_iter().filter_map(|label| self.label(label)) }
            </>
        }
    }

    /// Bins in which the archive has no article, run by run: hatched, so that they do not look like zero.
    fn gaps(&self) -> Vec<Html> {
        let bins = &self.timeline.bins;
        let mut at = 0;
        let y = (self.room - 4).to_string();
        let runs = bins.chunk_by(|a, b| (a.of == 0) == (b.of == 0)).filter_map(|run| {
            let from = at;
            at += run.len();
            run.first().filter(|bin| bin.of == 0)?;
            let (x1, x2) = (percent(from, bins.len()), percent(at, bins.len()));
            Some(html! { <line class="bar-gap" {x1} {x2} y1={&y} y2={&y} /> })
        });
        runs.collect()
    }

    fn bar(&self, at: usize, bin: &Bin, (most, behind): (u32, bool), stop: Option<bool>) -> Html {
        let bins = self.timeline.bins.len();
        let words = self.words(bin);
        // Sixths of the place of a bar on each side are air: more where there are few bars, so that they stay slim.
        let air = if bins <= 40 { 2 } else { 1 };
        let (x, width) = (percent(at * 6 + air, bins * 6), percent(6 - 2 * air, bins * 6));
        let rect = |class: &'static str, value: u32| {
            let tall = axis::height(value, most, self.room);
            html! {
                <rect {class} x={&x} y={self.room - tall} width={&width}
                    height={tall} />
            }
        };
        html! {
            <g class="bar" role={stop.map(|_| "button")} tabindex={stop.map(|here| if here { "0" } else { "-1" })}
                aria-label={&words} data-bin={at} data-from={day::write(bin.from)}
                data-to={day::write(bin.to)} data-count={bin.count}>
                <title>{ words }</title>
                <rect class="bar-place" x={percent(at, bins)} y="0" width={percent(1, bins)}
                    height={self.room} />
                if behind {
                    { rect("bar-all", bin.of) }
                }
                { rect("bar-some", axis::value(bin, self.share)) }
            </g>
        }
    }

    /// A bar in words.
    #[must_use]
    pub fn words(&self, bin: &Bin) -> String {
        let span = self.span(bin);
        if bin.of == 0 { self.site.text().timeline_gap().with(&span) } else { self.said(&span, bin) }
    }

    /// How many there are in a span, in words.
    #[must_use]
    pub fn said(&self, span: &str, bin: &Bin) -> String {
        let text = self.site.text();
        let mut words = match self.site.view {
            View::Statements(_) => text.record.over_time_bar().with(span, bin.count),
            _ => text.timeline_bar().with(span, bin.count, bin.of),
        };
        if self.share {
            words.push_str("; ");
            words.push_str(&text.time.share(axis::rate(bin.count, bin.of)));
        }
        words
    }

    /// The days of a bar in words.
    #[must_use]
    pub fn span(&self, bin: &Bin) -> String {
        let text = self.site.text();
        match self.timeline.scale {
            Scale::Year => bin.from.year().to_string(),
            Scale::Month => text.month(bin.from),
            Scale::Week => days(self.site, bin.from, bin.to),
            Scale::Day => text.date_long(bin.from),
        }
    }

    fn label(&self, (bin, minor): axis::Label) -> Option<Html> {
        let bins = self.timeline.bins.len();
        let text = self.site.text();
        let (month, day) = (|date| text.month_short(date), |date| text.date_short(date));
        let words = axis::label(self.timeline, self.timeline.bins.get(bin)?, &month, &day);
        let anchor = axis::anchor(bin, bins);
        let x = percent(bin, bins);
        Some(html! {
            <>
                <line class="timeline-tick" x1={&x} x2={&x} y1={self.room}
                    y2={self.room + 6} />
                <text class={classes("timeline-label", &[minor.then_some("minor")])} {x}
                    y={self.room + 18} text-anchor={anchor}>{ words }</text>
            </>
        })
    }
}

/// From one day to another, in words.
#[must_use]
pub fn days(site: &Site, from: Date, to: Date) -> String {
    let text = site.text();
    format!("{} – {}", text.date_short(from), text.date_short(to))
}

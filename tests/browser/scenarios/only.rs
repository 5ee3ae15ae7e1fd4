//! What is not played in each browser, and why.

use jejak_browser_tests::Kind;
use libtest_mimic::Trial;

/// Scenarios that are played in Chromium alone: how their names go on behind the browser's, and the reason.
const IN_CHROMIUM: [(&str, &str); 5] = [
    ("frames::opening_files", "only Chromium tells of tasks that a page waited for"),
    ("given::", "only Chromium's developer protocol drops files, and stands in for the dialog that chooses them"),
    ("tree::", "only Chromium's developer protocol tells what a screen reader is told"),
    ("lasting::small_room", "only Chromium's developer protocol gives an origin less room"),
    ("nginx::", "what a host sends does not hang on the browser"),
];

/// Scenarios that WebKit alone cannot play, in the same way.
const NOT_IN_WEBKIT: [(&str, &str); 7] = [
    ("private::", "it is in private mode in every scenario: a steered one keeps nothing"),
    ("paper::", "its driver does not print"),
    ("lasting::update", "its driver opens no second tab beside one that is inspected"),
    ("frames::", "its display and graphics card are calculated, so that its frames say nothing of a reader's"),
    ("chunks::pages_come_with_the_app", SHORTER),
    ("chunks::words_come_with_the_app", SHORTER),
    ("late::the_head_comes_with_the_app", SHORTER),
];
const SHORTER: &str = "its clock counts whole milliseconds, and an app that it kept takes less";

/// The trial; marked as ignored, with the reason on standard output, where its browser cannot play it.
pub(crate) fn where_it_can_be(kind: Kind, trial: Trial) -> Trial {
    if kind == Kind::Chromium {
        return trial;
    }
    let name = trial.name().split_once("::").map_or("", |(_, name)| name).to_owned();
    let beside: &[_] = if kind == Kind::WebKit { &NOT_IN_WEBKIT } else { &[] };
    match IN_CHROMIUM.iter().chain(beside).find(|(scenario, _)| name.starts_with(scenario)) {
        Some((_, reason)) => {
            println!("skipped in {}: {name}: {reason}", kind.name());
            trial.with_ignored_flag(true)
        }
        None => trial,
    }
}

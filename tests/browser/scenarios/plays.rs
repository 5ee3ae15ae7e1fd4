//! The list of what is played, and on what.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jejak_browser_tests::{Setting, Stage, Trouble, Troupe, made, trial, trial_kept, trial_private};
use libtest_mimic::Trial;

use crate::lasting::Newer;
use crate::shared::{Expected, SHARED};
use crate::{
    ahead, alike, axe, brush, built, chunks, corrected, coverage, dates, dies, empty, everywhere, facets, filters,
    frames, gauge, given, history, hostile, keyboard, lanes, lasting, late, long, missing, most, nginx, offline,
    opened, paper, parts, policy, private, quote, reading, reflow, regulations, routes, search, settings, shared,
    shortcuts, silent, start, suggest, takeaway, tasks, timeline, tree, watched, within,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The sites that are played on in every browser.
pub(crate) struct Stages {
    /// The built site, with the default archive.
    site: Setting,
    /// Archives made for what they are played for: small and the same for ever, and large.
    small: Setting,
    large: Setting,
    /// The default archive once more, in parts.
    parted: Setting,
    /// Sites as a publisher gets them, by `jejak build` with the same app: carried, and in parts.
    own: Setting,
    beside: Setting,
    /// One whose articles name regulations, in parts.
    laws: Setting,
    /// One with an article of ten thousand words.
    long: Setting,
    /// One with articles that were written to do harm.
    hostile: Setting,
    /// The articles beside the project, where they are.
    shared: Option<Setting>,
    staged: PathBuf,
    axe: Option<PathBuf>,
}

impl Stages {
    /// Where each is, or how it is written once it is needed.
    pub(crate) fn of(site: PathBuf, staged: PathBuf, axe: Option<PathBuf>) -> Outcome<Self> {
        let built = |articles: PathBuf, parts: bool| {
            let staged = staged.clone();
            Setting::new(move || Stage::built(&staged, &articles, parts))
        };
        // Articles that are written for it, into a folder that goes when the site is there.
        let written = |write: fn(&Path) -> io::Result<()>| {
            let staged = staged.clone();
            Setting::new(move || {
                let trouble = |error: io::Error| Trouble::Site { folder: staged.clone(), why: error.to_string() };
                let articles = tempfile::tempdir().map_err(trouble)?;
                write(articles.path()).map_err(trouble)?;
                Stage::built(&staged, articles.path(), false)
            })
        };
        let made = |articles: usize| {
            let staged = staged.clone();
            Setting::new(move || {
                Stage::carrying(&staged, &jejak_archive::write(&made::archive(articles), &jejak_archive::NoStem))
            })
        };
        let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
        let shared = articles.is_dir().then(|| built(articles, false));
        if shared.is_none() {
            println!("skipped: ../shared/articles is not beside this checkout, so nothing is played on it");
        }
        if axe.is_none() {
            println!("skipped: `JEJAK_AXE` names no axe-core, so pages are not checked for accessibility");
        }
        Ok(Self {
            site: Setting::new(move || Stage::of(&site)),
            parted: built(default_articles()?, true),
            small: made(40),
            large: made(10_000),
            own: built(built::articles()?, false),
            laws: built(regulations::articles(), true),
            beside: built(built::articles()?, true),
            long: written(crate::long::write),
            hostile: written(crate::hostile::write),
            shared,
            staged,
            axe,
        })
    }
}

/// Everything that is played, in browsers of one kind.
pub(crate) fn all(troupe: &Arc<Troupe>, stages: &Stages) -> Outcome<Vec<Trial>> {
    let mut trials = on_the_built_site(troupe, &stages.site);
    trials.extend(tasks_of_a_reporter(troupe, &stages.site));
    trials.extend(with_axe(troupe, stages));
    trials.extend(on_the_site_in_parts(troupe, &stages.parted));
    trials.extend(on_made_up_articles(troupe, stages));
    trials.extend(on_sites_of_the_command(troupe, stages));
    trials.extend(on_regulations(troupe, stages));
    trials.extend(on_damaged_sites(troupe, stages));
    trials.extend(in_browsers_that_keep(troupe, stages)?);
    trials.extend(behind_nginx(troupe, stages));
    Ok(trials)
}

/// A site whose articles name regulations.
fn on_regulations(troupe: &Arc<Troupe>, stages: &Stages) -> Vec<Trial> {
    let site = &stages.laws;
    let mut trials = vec![
        trial("regulations::it_opens", troupe, site, "/arsip/", regulations::it_opens_from_where_it_is_named),
        trial("regulations::counts", troupe, site, "/", regulations::counts_are_what_filters_deliver),
        trial("regulations::who_speaks_of_it", troupe, site, "/", regulations::it_says_who_speaks_of_it),
        trial("regulations::a_phone_id", troupe, site, "/", |page| regulations::they_fit_a_phone(page, "language=id")),
        trial("regulations::a_phone_en", troupe, site, "/", |page| regulations::they_fit_a_phone(page, "language=en")),
    ];
    trials.extend(stages.axe.clone().map(|axe| {
        trial("regulations::axe", troupe, site, "/", move |page| async move {
            regulations::axe_finds_nothing(page, &axe).await
        })
    }));
    trials
}

/// A publisher's sites as their own server sends them.
fn behind_nginx(troupe: &Arc<Troupe>, stages: &Stages) -> Vec<Trial> {
    let (carried, parts) = (&stages.own.behind_nginx(), &stages.beside.behind_nginx());
    vec![
        trial("nginx::at_the_root", troupe, carried, "/", nginx::it_can_be_walked),
        trial("nginx::under_a_path", troupe, parts, "/arsip/", nginx::it_can_be_walked),
        trial("nginx::headers", troupe, parts, "/", nginx::its_headers),
        trial("nginx::headers_under_a_path", troupe, carried, "/arsip/", nginx::its_headers),
    ]
}

fn on_the_built_site(troupe: &Arc<Troupe>, site: &Setting) -> Vec<Trial> {
    vec![
        trial("start::the_app_answers", troupe, site, "/", start::the_app_answers),
        trial("ahead::each_page", troupe, site, "/", ahead::each_page_is_taken_over_as_it_stands),
        trial("ahead::under_a_path", troupe, site, "/arsip/", ahead::each_page_is_taken_over_as_it_stands),
        trial("ahead::a_place", troupe, site, "/", ahead::a_place_in_a_text_is_kept),
        trial("ahead::a_place_again", troupe, site, "/", ahead::a_place_is_found_again),
        trial("ahead::words", troupe, site, "/arsip/", ahead::what_was_typed_is_asked),
        trial("ahead::a_question", troupe, site, "/", ahead::another_answer_is_never_seen),
        trial("ahead::foreign_nodes", troupe, site, "/", ahead::foreign_nodes_do_no_harm),
        trial("ahead::whatever", troupe, site, "/", ahead::it_starts_whatever_can_be_remembered),
        trial("ahead::without_the_app", troupe, site, "/", ahead::it_can_be_read_without_the_app),
        trial("chunks::pages_come_with_the_app", troupe, site, "/", chunks::pages_come_with_the_app),
        trial("chunks::who_saves_data_waits", troupe, site, "/arsip/", chunks::who_saves_data_waits),
        trial("chunks::words_come_with_the_app", troupe, site, "/", chunks::words_come_with_the_app),
        trial("start::the_parts_are_named_by_content", troupe, site, "/", start::the_parts_are_named_by_content),
        trial("start::a_panic_shows_what_to_do", troupe, site, "/", start::a_panic_shows_what_to_do),
        trial("search::words_of_a_quote_find_it", troupe, site, "/", search::words_of_a_quote_find_it),
        trial("search::typing_answers_as_one_types", troupe, site, "/", search::typing_answers_as_one_types),
        trial("search::nothing_found_is_said", troupe, site, "/", search::nothing_found_is_said),
        trial("empty::it_names_the_filter", troupe, site, "/", empty::it_names_the_filter),
        trial("empty::it_takes_marks_off", troupe, site, "/arsip/", empty::it_takes_marks_off),
        trial("empty::it_names_what_leaves_no_statement", troupe, site, "/", empty::it_names_what_leaves_no_statement),
        trial("suggest::arrows_enter_escape", troupe, site, "/", suggest::arrows_walk_enter_takes_and_escape_closes),
        trial("suggest::a_click_takes_a_suggestion", troupe, site, "/", suggest::a_click_takes_a_suggestion),
        trial("suggest::a_name_brings_its_person", troupe, site, "/", suggest::a_name_typed_brings_its_person_first),
        trial("facets::counts_are_what_a_click_delivers", troupe, site, "/", facets::counts_are_what_a_click_delivers),
        trial("facets::including_and_excluding", troupe, site, "/", facets::including_and_excluding),
        trial("filters::each_kind_has_a_chip", troupe, site, "/", filters::each_kind_has_a_chip_that_takes_it_back),
        trial("filters::either_and_both", troupe, site, "/", filters::either_of_a_kind_and_both_kinds),
        trial("filters::clearing_all", troupe, site, "/arsip/", filters::clearing_all_leaves_the_words),
        trial("dates::typed_dates_filter", troupe, site, "/", dates::typed_dates_filter),
        trial("dates::an_empty_field", troupe, site, "/", dates::an_empty_field_shows_no_pattern),
        trial("timeline::a_bar_filters", troupe, site, "/", timeline::a_bar_filters),
        trial("timeline::keys_move_and_choose", troupe, site, "/", timeline::keys_move_and_choose),
        trial("brush::mouse_touch_and_keys_agree", troupe, site, "/", brush::mouse_touch_and_keys_agree),
        trial("brush::a_span_survives_a_reload", troupe, site, "/arsip/", brush::a_span_survives_a_reload),
        trial("brush::both_ends_are_held", troupe, site, "/", brush::both_ends_are_held),
        trial("brush::a_tap_chooses_a_bar", troupe, site, "/", brush::a_tap_chooses_a_bar),
        trial("brush::zooming_cuts_the_bars_anew", troupe, site, "/", brush::zooming_cuts_the_bars_anew),
        trial("brush::the_table_says_the_same", troupe, site, "/", brush::the_table_says_the_same),
        trial("lanes::scales_and_filters", troupe, site, "/arsip/", lanes::scales_and_filters),
        trial("lanes::marks_stand_under_their_bars", troupe, site, "/", lanes::marks_stand_under_their_bars),
        trial("quote::a_link_leads_to_the_words", troupe, site, "/", quote::a_link_leads_to_the_words),
        trial("quote::a_copied_address_leads_to_the_words", troupe, site, "/", quote::a_copied_address_leads_there),
        trial("reading::back_to_the_speaker", troupe, site, "/", reading::a_statement_leads_back_to_its_speaker),
        trial("reading::kinds_are_said", troupe, site, "/", reading::the_list_says_what_is_quoted_and_what_reported),
        trial("reading::a_note_goes_away", troupe, site, "/", reading::a_note_gives_the_focus_back),
        trial("alike::it_leads_on", troupe, site, "/arsip/", alike::it_leads_on),
        trial("reading::one_speaker", troupe, site, "/", reading::a_speaker_chosen_is_stepped_through),
        trial("within::it_stays_among_them", troupe, site, "/arsip/", within::it_stays_among_them),
        trial("most::a_bar", troupe, site, "/arsip/", most::a_bar_leads_to_what_it_counts),
        trial("coverage::years_and_sources", troupe, site, "/", coverage::years_and_sources_are_chosen),
        trial("within::nothing_found", troupe, site, "/", within::nothing_found_leads_back),
        trial("history::back_and_reload_restore", troupe, site, "/", history::back_and_reload_restore),
        trial("history::all_of_it_under_a_path", troupe, site, "/arsip/", history::back_and_reload_restore),
        trial("routes::each_has_a_file", troupe, site, "/", routes::each_has_a_file),
        trial("routes::each_can_be_reloaded", troupe, site, "/", routes::each_can_be_reloaded),
        trial("routes::each_can_be_reloaded_under_a_path", troupe, site, "/arsip/", routes::each_can_be_reloaded),
        trial("routes::each_link_leads_to_a_page", troupe, site, "/arsip/", routes::each_link_leads_to_a_page),
        trial("missing::an_unknown_address_is_explained", troupe, site, "/", missing::is_explained),
        trial("missing::under_a_path", troupe, site, "/arsip/", missing::is_explained),
        trial("offline::it_goes_on_without_a_network", troupe, site, "/", offline::it_goes_on),
        trial("settings::theme_is_kept", troupe, site, "/", settings::theme_is_kept),
        trial("settings::the_panel_closes", troupe, site, "/", settings::the_panel_gives_the_focus_back),
        trial("settings::language_is_kept", troupe, site, "/", settings::language_is_kept),
        trial("keyboard::search_and_read", troupe, site, "/", keyboard::search_and_read),
        trial("keyboard::filter", troupe, site, "/", keyboard::filter),
        trial("reflow::id", troupe, site, "/", |page| reflow::no_sideways_scrolling(page, "language=id")),
        trial("reflow::en", troupe, site, "/", |page| reflow::no_sideways_scrolling(page, "language=en")),
        trial("everywhere::each_page_can_be_switched", troupe, site, "/", everywhere::each_page_can_be_switched),
        trial("everywhere::a_choice_holds", troupe, site, "/arsip/", everywhere::a_choice_holds_on_each_page),
        trial("shortcuts::a_sheet_lists_them", troupe, site, "/", shortcuts::a_sheet_lists_them),
        trial("shortcuts::a_button_opens_it", troupe, site, "/", shortcuts::a_button_opens_it),
        trial("shortcuts::through_the_hits", troupe, site, "/arsip/", shortcuts::they_lead_through_the_hits),
        trial("shortcuts::search_from_everywhere", troupe, site, "/", shortcuts::search_is_a_key_away_everywhere),
        trial("shortcuts::switched_off", troupe, site, "/", shortcuts::they_can_be_switched_off),
        trial("takeaway::lists", troupe, site, "/", takeaway::each_list_is_a_file),
        trial("takeaway::whole", troupe, site, "/arsip/", takeaway::the_whole_archive_is_a_file),
        trial("takeaway::citations", troupe, site, "/arsip/", takeaway::a_statement_is_cited),
        trial("takeaway::paper", troupe, site, "/arsip/", takeaway::paper_has_words_and_addresses),
        trial("paper::pdf", troupe, site, "/arsip/", paper::it_says_what_where_and_from_whom),
        trial("takeaway::clippings", troupe, site, "/arsip/", takeaway::clippings_last),
        trial("watched::storage", troupe, site, "/arsip/", watched::storage_may_refuse),
        trial("opened::each_kind", troupe, site, "/arsip/", opened::each_kind_opens),
        trial("opened::a_folder", troupe, site, "/", opened::a_folder_opens),
        trial("opened::cancelled", troupe, site, "/", opened::it_can_be_cancelled),
        trial("opened::alone", troupe, site, "/", opened::nothing_is_asked_of_the_host),
        trial("opened::too_much", troupe, site, "/", opened::too_much_is_refused),
        trial("opened::kept", troupe, site, "/", opened::it_is_kept_and_deleted),
        trial("opened::kept_alone", troupe, site, "/", opened::it_is_kept_alone),
        trial("opened::saved", troupe, site, "/arsip/", opened::it_is_saved_and_opened),
        trial("opened::pasted", troupe, site, "/", opened::a_text_is_pasted),
        trial("corrected::there_and_back", troupe, site, "/arsip/", corrected::there_and_back),
        trial("corrected::kept", troupe, site, "/", corrected::it_is_kept_with_its_files),
        trial("corrected::cannot", troupe, site, "/", corrected::what_cannot_be_made_is_said),
        trial("given::dropped", troupe, site, "/", given::they_are_dropped),
        trial("given::chosen", troupe, site, "/arsip/", given::they_are_chosen),
        trial("dies::pressing", troupe, site, "/", dies::while_it_presses),
        trial("dies::resting", troupe, site, "/arsip/", dies::while_it_rests),
        trial("dies::correcting", troupe, site, "/", dies::while_it_corrects),
        trial("dies::measured", troupe, site, "/", dies::while_it_is_measured),
        trial("dies::lost", troupe, site, "/", dies::its_script_is_lost),
        trial_private("private::site", troupe, site, "/", private::it_opens_and_searches),
        trial_private("private::own", troupe, site, "/", private::files_of_ones_own),
        trial("gauge::figures", troupe, site, "/arsip/", gauge::figures_are_those_of_the_command),
        trial("gauge::asked", troupe, site, "/", gauge::its_part_waits),
        trial("gauge::lost_labels", troupe, site, "/", gauge::lost_labels_are_asked_for_anew),
        trial("gauge::no_network", troupe, site, "/", gauge::without_a_network_it_is_said),
        trial("frames::opening_files", troupe, site, "/", opened::the_page_goes_on),
        trial("policy::every_page_has_it", troupe, site, "/", policy::every_page_has_it),
        trial("policy::a_violation_is_noticed", troupe, site, "/", policy::a_violation_is_noticed),
    ]
}

/// What a reporter would do, with the number of steps that each takes.
fn tasks_of_a_reporter(troupe: &Arc<Troupe>, site: &Setting) -> Vec<Trial> {
    vec![
        trial("tasks::a_citable_link", troupe, site, "/", tasks::a_citable_link),
        trial("tasks::statements_of_a_year", troupe, site, "/arsip/", tasks::statements_of_a_year),
        trial("tasks::who_says_it_most", troupe, site, "/", tasks::who_says_it_most),
        trial("tasks::without_one_outlet", troupe, site, "/", tasks::one_topic_without_one_outlet),
        trial("tasks::busiest_month", troupe, site, "/", tasks::in_the_busiest_month),
        trial("tasks::offices", troupe, site, "/arsip/", tasks::offices_of_a_person),
        trial("tasks::kind_and_confidence", troupe, site, "/", tasks::by_kind_and_confidence),
        trial("tasks::clippings", troupe, site, "/", tasks::clippings_of_two_questions),
        trial("tasks::saved_search", troupe, site, "/", tasks::a_search_to_come_back_to),
        trial("tasks::by_keys", troupe, site, "/", tasks::an_article_by_keys),
    ]
}

/// The checker of accessibility over the built site, once for each way a page may look.
fn with_axe(troupe: &Arc<Troupe>, stages: &Stages) -> Vec<Trial> {
    let Some(axe) = &stages.axe else { return vec![] };
    let look = |(name, kept): (&str, &'static str)| {
        let axe = axe.clone();
        trial(&format!("axe::{name}"), troupe, &stages.site, "/", move |page| async move {
            axe::finds_nothing(page, &axe, kept).await
        })
    };
    let corrected = {
        let axe = axe.clone();
        trial("corrected::axe", troupe, &stages.site, "/", move |page| async move {
            corrected::axe_finds_nothing(page, &axe).await
        })
    };
    let measured = |(name, kept): (&str, &'static str)| {
        let axe = axe.clone();
        trial(&format!("gauge::axe_{name}"), troupe, &stages.site, "/", move |page| async move {
            gauge::axe_finds_nothing(page, &axe, kept).await
        })
    };
    let measured = axe::LOOKS.into_iter().take(2).map(measured);
    axe::LOOKS.into_iter().map(look).chain([corrected]).chain(measured).collect()
}

/// What changes an answer, where its parts have to be fetched first.
fn on_the_site_in_parts(troupe: &Arc<Troupe>, site: &Setting) -> Vec<Trial> {
    vec![
        trial("parts::ahead", troupe, site, "/", ahead::each_page_is_taken_over_as_it_stands),
        trial("parts::ahead_place", troupe, site, "/arsip/", ahead::a_place_in_a_text_is_kept),
        trial("parts::ahead_place_again", troupe, site, "/", ahead::a_place_is_found_again),
        trial("parts::ahead_question", troupe, site, "/", ahead::another_answer_is_never_seen),
        trial("parts::typing", troupe, site, "/", search::typing_answers_as_one_types),
        trial("parts::empty", troupe, site, "/", empty::it_names_the_filter),
        trial("parts::empty_marks", troupe, site, "/arsip/", empty::it_takes_marks_off),
        trial("parts::empty_statements", troupe, site, "/", empty::it_names_what_leaves_no_statement),
        trial("parts::suggestions", troupe, site, "/", suggest::arrows_walk_enter_takes_and_escape_closes),
        trial("parts::facets", troupe, site, "/", facets::including_and_excluding),
        trial("parts::filters", troupe, site, "/arsip/", filters::each_kind_has_a_chip_that_takes_it_back),
        trial("parts::clearing_all", troupe, site, "/", filters::clearing_all_leaves_the_words),
        trial("parts::dates", troupe, site, "/", dates::typed_dates_filter),
        trial("parts::brush", troupe, site, "/arsip/", brush::mouse_touch_and_keys_agree),
        trial("parts::brush_and_reload", troupe, site, "/", brush::a_span_survives_a_reload),
        trial("parts::bars", troupe, site, "/", timeline::a_bar_filters),
        trial("parts::scales", troupe, site, "/", lanes::scales_and_filters),
        trial("parts::within", troupe, site, "/", within::it_stays_among_them),
        trial("parts::most", troupe, site, "/", most::a_bar_leads_to_what_it_counts),
        trial("parts::coverage", troupe, site, "/arsip/", coverage::years_and_sources_are_chosen),
        trial("parts::within_nothing", troupe, site, "/arsip/", within::nothing_found_leads_back),
        trial("parts::history", troupe, site, "/", history::back_and_reload_restore),
        trial("parts::history_under_a_path", troupe, site, "/arsip/", history::back_and_reload_restore),
        trial("parts::alike", troupe, site, "/arsip/", alike::it_waits_until_it_is_asked_for),
        trial("parts::one_speaker", troupe, site, "/", reading::a_speaker_chosen_is_stepped_through),
        trial("parts::lists", troupe, site, "/arsip/", takeaway::each_list_is_a_file),
        trial("parts::citations", troupe, site, "/", takeaway::a_statement_is_cited),
        trial("parts::searches", troupe, site, "/", watched::storage_may_refuse),
        trial("parts::clippings", troupe, site, "/", takeaway::clippings_last),
        trial("parts::shortcuts", troupe, site, "/", shortcuts::they_lead_through_the_hits),
    ]
}

fn on_made_up_articles(troupe: &Arc<Troupe>, stages: &Stages) -> Vec<Trial> {
    let (small, large) = (&stages.small, &stages.large);
    vec![
        trial("tree::of_the_timeline", troupe, small, "/", tree::of_the_timeline),
        trial("tree::of_the_page", troupe, small, "/", tree::of_the_page),
        trial("tree::of_the_front_page", troupe, small, "/", tree::of_the_front_page),
        trial("hostile::nothing_runs", troupe, &stages.hostile, "/", hostile::nothing_runs),
        trial("hostile::boxes", troupe, &stages.hostile, "/", hostile::words_stay_in_their_boxes),
        trial("hostile::heaps_of_marks", troupe, &stages.hostile, "/arsip/", hostile::marks_in_heaps_cover_nothing),
        trial("start::a_panic_is_reported", troupe, &stages.own, "/", start::a_panic_is_reported),
        trial("long::each_statement_is_found", troupe, &stages.long, "/", long::each_statement_is_found),
        trial("long::the_list_follows", troupe, &stages.long, "/", long::the_list_follows),
        trial("long::no_word_is_lost", troupe, &stages.long, "/arsip/", long::no_word_is_lost),
        trial("brush::on_many_articles", troupe, large, "/", brush::mouse_touch_and_keys_agree),
        trial("frames::drawing_keeps_up", troupe, large, "/", frames::drawing_keeps_up),
    ]
}

fn on_sites_of_the_command(troupe: &Arc<Troupe>, stages: &Stages) -> Vec<Trial> {
    let (own, beside) = (&stages.own, &stages.beside);
    let mut trials = walk("own", troupe, own, &built::OWN);
    trials.extend([
        trial("tree::of_an_article", troupe, own, "/", tree::of_an_article),
        trial("own::under_a_path", troupe, own, "/arsip/", |page| shared::a_search_finds_the_quote(page, &built::OWN)),
        trial("own::an_address_of_old_leads_on", troupe, own, "/arsip/", built::an_address_of_old_leads_on),
        trial("own::the_archive_says_who_keeps_it", troupe, own, "/arsip/", built::the_archive_says_who_keeps_it),
        trial("own::what_was_removed", troupe, own, "/", reading::what_was_removed_is_shown_in_place),
    ]);
    trials.extend(walk("parts", troupe, beside, &built::OWN));
    trials.extend([
        trial("late::hits_do_not_wait_for_filters", troupe, beside, "/arsip/", late::hits_do_not_wait_for_filters),
        trial("late::a_page_takes_what_it_shows", troupe, beside, "/", late::a_page_takes_what_it_shows),
        trial("late::a_record_takes_its_own_group", troupe, beside, "/arsip/", late::a_record_takes_its_own_group),
        trial("silent::the_app", troupe, beside, "/", silent::the_app),
        trial("silent::parts", troupe, beside, "/arsip/", silent::parts),
        trial("silent::chunks", troupe, beside, "/", silent::chunks),
        trial("late::the_head_comes_with_the_app", troupe, beside, "/arsip/", late::the_head_comes_with_the_app),
    ]);
    if let Some(shared) = &stages.shared {
        trials.extend(walk("shared", troupe, shared, &SHARED));
    }
    trials
}

/// Each on a site of its own, which it damages.
fn on_damaged_sites(troupe: &Arc<Troupe>, stages: &Stages) -> Vec<Trial> {
    let (parts, staged) = (&stages.beside.copied(), stages.staged.clone());
    let mut trials = vec![
        trial("late::lost_filters_leave_the_hits", troupe, parts, "/", late::lost_filters_leave_the_hits),
        trial("watched::news", troupe, &stages.small.copied(), "/", move |page| {
            watched::what_is_new_is_counted(page, staged)
        }),
        trial("late::a_head_of_old_is_passed_by", troupe, parts, "/", late::a_head_of_old_is_passed_by),
        trial("chunks::lost_words", troupe, parts, "/", chunks::lost_words_are_said),
    ];
    let lost = [("changed", chunks::Damage::Changed), ("gone", chunks::Damage::Gone), ("newer", chunks::Damage::Newer)];
    trials.extend(lost.map(|(name, damage)| {
        trial(&format!("chunks::{name}"), troupe, parts, "/", move |page| chunks::a_lost_page_is_said(page, damage))
    }));
    let damages = [
        ("cut", parts::Damage::Cut),
        ("flipped", parts::Damage::Flipped),
        ("swapped", parts::Damage::Swapped),
        ("gone", parts::Damage::Gone),
        ("newer", parts::Damage::Newer),
    ];
    trials.extend(damages.map(|(name, damage)| {
        trial(&format!("parts::{name}"), troupe, parts, "/", move |page| parts::a_lost_part_is_said(page, damage))
    }));
    trials
}

/// What a device keeps; some on sites of their own, which they change.
fn in_browsers_that_keep(troupe: &Arc<Troupe>, stages: &Stages) -> Outcome<Vec<Trial>> {
    let (site, parted) = (&stages.site, &stages.parted);
    let (own, beside) = (&stages.own.copied(), &stages.beside.copied());
    let (staged, articles) = (&stages.staged, built::articles()?);
    let newer = Newer::of(staged, &articles, false, "");
    let newer_parts = Newer::of(staged, &articles, true, "");
    let off = Newer::of(staged, &articles, false, "offline = false");
    let below = site.clone();
    Ok(vec![
        trial_kept("lasting::without_a_network", troupe, site, "/", lasting::it_opens_without_a_network),
        trial_kept("lasting::under_a_path", troupe, site, "/arsip/", lasting::it_opens_without_a_network),
        trial_kept("lasting::parts", troupe, parted, "/", lasting::parts_are_kept),
        trial_kept("lasting::parts_under_a_path", troupe, parted, "/arsip/", lasting::parts_are_kept),
        trial_kept("lasting::removed", troupe, site, "/arsip/", lasting::it_is_removed),
        trial_kept("lasting::who_saves_data", troupe, site, "/", lasting::who_saves_data_is_asked),
        trial_kept("lasting::installed", troupe, &stages.own, "/arsip/", lasting::it_can_be_installed),
        trial_kept("lasting::small_room", troupe, site, "/", lasting::the_room_is_small),
        trial_kept("lasting::no_room", troupe, own, "/", lasting::every_store_is_full),
        trial_kept("lasting::update", troupe, own, "/arsip/", |page| lasting::it_changes_as_a_whole(page, newer)),
        trial_kept("lasting::mix", troupe, beside, "/", |page| lasting::it_never_mixes(page, newer_parts)),
        trial_kept("lasting::off", troupe, own, "/", |page| lasting::it_is_switched_off(page, off)),
        trial_kept("lasting::two_sites", troupe, own, "/", |page| {
            lasting::sites_do_not_disturb_each_other(page, below)
        }),
    ])
}

/// The walk of a visitor through a site of which it is known what is in it.
fn walk(name: &str, troupe: &Arc<Troupe>, site: &Setting, expected: &'static Expected) -> Vec<Trial> {
    let named = |what: &str| format!("{name}::{what}");
    vec![
        trial(&named("a_search_finds_the_quote"), troupe, site, "/", |page| {
            shared::a_search_finds_the_quote(page, expected)
        }),
        trial(&named("a_person_filters"), troupe, site, "/", |page| shared::a_person_filters(page, expected)),
        trial(&named("a_year_filters"), troupe, site, "/", |page| shared::a_year_filters(page, expected)),
        trial(&named("every_article_can_be_read"), troupe, site, "/", |page| {
            shared::every_article_can_be_read(page, expected)
        }),
        trial(&named("a_person_has_a_page"), troupe, site, "/", |page| shared::a_person_has_a_page(page, expected)),
    ]
}

/// The folder of the default archive.
fn default_articles() -> Outcome<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles");
    if folder.is_dir() { Ok(folder) } else { Err(format!("{} is missing", folder.display()).into()) }
}

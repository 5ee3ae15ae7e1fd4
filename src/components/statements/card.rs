//! One statement: its words, who said them, how sure that is, and the way to its place in the article.

use jejak_archive::statements::Statement;
use yew::Html;

use crate::markup::html;

use crate::components::explore::hit::printed;
use crate::components::marked::snippet;
use crate::components::reading::reply::reply;
use crate::components::record::roles;
use crate::components::statements::printings::Printed;
use crate::components::takeaway;
use crate::components::unfolded::{Unfolded, What};
use crate::state::site::Site;
use crate::state::url;
use crate::widget::widget;

/// The statement as an item of a list. On a speaker's own page `speaker` is false, and the name is not said again.
pub fn card(site: &Site, statement: &Statement, speaker: bool) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let name = statement.speaker.as_deref().unwrap_or_default();
    html! {
        <li>
            <figure class="statement" data-quote={&statement.anchor} data-kind={statement.kind.as_str()}
                data-speaker={name} data-confidence={statement.confidence}>
                <p class="statement-facts">
                    { printed(site, statement.date) }
                    <span class="statement-kind">{ text.quote_kind().of(statement.kind) }</span>
                    if let Some(publisher) = &statement.publisher {
                        <span>{ publisher }</span>
                    }
                </p>
                <blockquote class="statement-words" lang={site.lang()}>{ snippet(&statement.snippet) }</blockquote>
                <figcaption class="statement-about">
                    if speaker {
                        <p class="statement-who">{ who(site, statement) }</p>
                    }
                    if let Some(role) = statement.role.as_ref().filter(|role| **role != name) {
                        <p>{ words.printed_role() }{ " " }<span lang={site.lang()}>{ role }</span></p>
                    }
                    if let Some(role) = &statement.other {
                        <p class="statement-differ" data-differ="pernyataan">
                            { words.in_force().with(&roles::name(site, role), &roles::days(site, role)) }
                        </p>
                    }
                    if statement.others > 0 {
                        { widget(Unfolded { site: site.clone(), what: What::Printings(Printed {
                            article: statement.article, ordinal: statement.ordinal, others: statement.others,
                        }) }) }
                    }
                    { for statement.replies.iter().map(|one| reply(site, one, false)) }
                    <details class="statement-why">
                        <summary>{ sure(site, statement) }</summary>
                        <p>
                            { statement.how.map_or(text.how_none(), |how| text.how().of(how)) }
                            if let Some(cue) = &statement.cue {
                                { " " }{ words.cue().with(cue) }
                            }
                        </p>
                    </details>
                    <p class="statement-way">
                        <a href={url::quote(&statement.id, &statement.anchor)}>{ words.context() }</a>
                        { " " }<span>{ words.in_article() }{ " “" }<span lang={site.lang()}>{ &statement.title }</span>{ "”" }</span>
                        { " " }{ takeaway::cite(site, &statement.id, &statement.anchor) }
                    </p>
                </figcaption>
            </figure>
        </li>
    }
}

/// The speaker's name, as a link where there is something behind it.
fn who(site: &Site, statement: &Statement) -> Html {
    let Some(name) = &statement.speaker else { return Html::from(site.text().speaker_unknown()) };
    // Whoever speaks has a page.
    match statement.entity.as_ref().and_then(|named| Some(url::record(named.facet()?, &named.slug))) {
        Some(href) => html! { <a {href}>{ name }</a> },
        None => Html::from(name),
    }
}

fn sure(site: &Site, statement: &Statement) -> String {
    let text = site.text();
    if statement.speaker.is_none() { text.speaker_unknown().to_owned() } else { text.sure(statement.confidence) }
}

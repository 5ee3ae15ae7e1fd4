//! Pointers as a hand moves them: press, draw along, let go; with a mouse or a finger.

use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction, TouchActions};

use crate::{Page, Trouble};

/// With what one points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// A mouse.
    Mouse,
    /// A finger on the screen.
    Finger,
}

/// A place in the window, in CSS pixels.
pub type Spot = (f64, f64);

impl Page {
    /// Presses at the first spot, draws through all others, each within `pace`, and lets go at the last.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn draw(&self, hand: Hand, spots: &[Spot], pace: Duration) -> Result<(), Trouble> {
        let to = |(x, y): Spot, pace: Duration| PointerAction::MoveTo { duration: Some(pace), x, y };
        let mut actions = Vec::new();
        for (nth, spot) in spots.iter().enumerate() {
            actions.push(to(*spot, if nth == 0 { Duration::ZERO } else { pace }));
            if nth == 0 {
                actions.push(PointerAction::Down { button: 0 });
            }
        }
        actions.push(PointerAction::Up { button: 0 });
        match hand {
            Hand::Mouse => {
                let all = actions.into_iter().fold(MouseActions::new("mouse".to_owned()), InputSource::then);
                self.client().perform_actions(all).await?;
            }
            Hand::Finger => {
                let all = actions.into_iter().fold(TouchActions::new("finger".to_owned()), InputSource::then);
                self.client().perform_actions(all).await?;
            }
        }
        Ok(())
    }
}

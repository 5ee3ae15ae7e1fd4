//! Time as one can hold it: bars with a brush, the ways to other views of them, the table behind, lanes below.
//!
//! `axis` is the arithmetic, `draw` the SVG that all timelines share, `view` the one that can be brushed, `still` the
//! one that only shows.

pub mod axis;
pub mod draw;
pub mod events;
pub mod offices;
pub mod still;
pub mod table;
pub mod view;
pub mod ways;

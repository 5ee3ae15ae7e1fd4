//! Builds the site and serves it on this machine.

use std::net::{Ipv4Addr, TcpListener};

use crate::args::{Address, Site};
use crate::error::Error;
use crate::layout::Layout;
use crate::{build, setup, shell};

/// Sets up, builds and serves until it is ended.
pub(crate) fn run(layout: &Layout, site: &Site, address: &Address) -> Result<(), Error> {
    let articles = build::articles(site)?;
    // Asked before the build: nobody should wait minutes to hear that the port is taken.
    let port = address.port;
    drop(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|source| Error::Port { port, source })?);
    setup::for_build(layout)?;
    build::build(layout, articles.as_deref())?;
    let mut program = build::site_program(layout);
    program.arg("serve").arg(&layout.dist).args(["--port", &port.to_string(), "--base", &address.base]);
    shell::replace_by(&mut program)
}

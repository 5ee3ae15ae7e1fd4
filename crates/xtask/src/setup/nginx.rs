//! The server that a published site is tested behind, with its module for brotli.
//!
//! Debian's package starts a server on port 80 when it is installed, which nobody asked for who only runs tests. So the
//! packages are unpacked into `.tools` and nothing is installed; an nginx that is there is used as it is.

use std::path::Path;
use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

pub(super) struct Nginx;

/// The program, what every flavour of it shares (its list of types), and brotli with its library.
const PACKAGES: [&str; 4] = ["nginx", "nginx-common", "libnginx-mod-http-brotli-filter", "libbrotli1"];

impl Step for Nginx {
    fn name(&self) -> String {
        "nginx".to_owned()
    }

    fn plan(&self) -> String {
        "Debian's packages of nginx are unpacked into .tools, not installed (seconds)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let answers = |program: &Path| shell::succeeds(Command::new(program).arg("-v"));
        answers(&layout.nginx())
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        debian::unpack(&PACKAGES, &layout.tools.join("nginx"), &layout.tools.join("log/nginx"))
    }

    fn advice(&self) -> String {
        "on Debian or Ubuntu: apt-get install nginx libnginx-mod-http-brotli-filter; elsewhere: install nginx and name \
         the program in the environment variable NGINX"
            .to_owned()
    }
}

//! The states in which the preview shows the pages.

macro_rules! states {
    ($($group:ident $title:literal { $($state:ident $word:literal $words:literal)+ })+) => {
        /// States that are of a kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Group { $(#[doc = $title] $group,)+ }

        impl Group {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$group,)+];

            /// What an admin reads.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$group => $title,)+ }
            }

            /// The states.
            #[must_use]
            pub const fn states(self) -> &'static [State] {
                match self { $(Self::$group => &[$(State::$state,)+],)+ }
            }
        }

        /// A state of a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum State { $($(#[doc = $words] $state,)+)+ }

        impl State {
            /// All of them.
            pub const ALL: &'static [Self] = &[$($(Self::$state,)+)+];

            /// The word in an address.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$state => $word,)+)+ }
            }

            /// What an admin reads.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $($(Self::$state => $words,)+)+ }
            }

            /// Reads the word.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|state| state.as_str() == text)
            }
        }
    };
}

states! {
    Way "On the way" {
        Form "form" "Form"
        Picker "picker" "Picker"
        Reconnect "reconnect" "Form to connect anew"
        Code "code" "Code from an e-mail"
        Ready "ready" "Ready to leave"
        Waiting "waiting" "Waiting for the service"
        Success "success" "Connected"
        Failure "failure" "Not connected"
        Back "back" "Callback window, connected"
        BackRefused "back-refused" "Callback window, refused"
        Finished "finished" "Already finished"
        Expired "expired" "Expired"
        Nothing "nothing" "No integrations"
    }
    AtForm "Told at the form" {
        Mistakes "mistakes" "Form with mistakes"
        Late "late" "Form whose time is over"
        Refused "refused" "Refused by the service"
        Denied "denied" "Access denied"
        Status "status" "Another answer"
        NoToken "no-token" "No token in the answer"
        Unusable "unusable" "An answer that nobody can read"
        Unreachable "unreachable" "Service not reached"
        TimedOut "timed-out" "No answer in time"
        ForbiddenAddress "forbidden-address" "An address that may not be asked"
        Tls "tls" "No valid certificate"
        NoAddress "no-address" "No address"
        NotSetUp "not-set-up" "Integration not set up"
        NotStored "not-stored" "Accepted, and not stored"
    }
    InTheWay "In the way" {
        Fault "fault" "Fault of ours"
        TooFast "too-fast" "Too many requests"
        Unavailable "unavailable" "Away for a moment"
        Ended "ended" "Ended by the app"
        ConnectionGone "connection-gone" "Connection deleted"
        LinkExpired "link-expired" "Link over"
        LinkRevoked "link-revoked" "Link withdrawn"
        LinkUsed "link-used" "Link used"
        OtherBrowser "other-browser" "Another browser"
        TooLarge "too-large" "Too much sent"
        NotSupported "not-supported" "Not supported"
        FlowOtherBrowser "flow-other-browser" "Back in another browser"
        FlowUsed "flow-used" "Back a second time"
        FlowExpired "flow-expired" "Back too late"
        FlowUnknown "flow-unknown" "Back from nowhere"
        Unverified "unverified" "Nobody has shown who it is"
        AnswerUsed "answer-used" "Answer for another browser"
        StartUsed "start-used" "Button used before"
    }
}

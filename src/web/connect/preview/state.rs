//! The states in which the preview shows the pages.

macro_rules! states {
    ($($state:ident $word:literal $words:literal)+) => {
        /// A state of a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum State { $(#[doc = $words] $state,)+ }

        impl State {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$state,)+];

            /// The word in an address.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$state => $word,)+ }
            }

            /// What an admin reads.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$state => $words,)+ }
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
    Form "form" "Form"
    Picker "picker" "Picker"
    Mistakes "mistakes" "Form with mistakes"
    Refused "refused" "Refused by the service"
    Unreachable "unreachable" "Service not reached"
    Late "late" "Form whose time is over"
    Ready "ready" "Ready to leave"
    Waiting "waiting" "Waiting for the service"
    Success "success" "Connected"
    Failure "failure" "Not connected"
    Finished "finished" "Already finished"
    Expired "expired" "Expired"
    Nothing "nothing" "No integrations"
    Back "back" "Callback window, connected"
    BackRefused "back-refused" "Callback window, refused"
    Fault "fault" "Fault of ours"
}

//! Which colours may meet on a page, as data. Owns the list; must not know how it is measured.

use super::ColourToken as T;
use super::Requirement::{Disabled, Graphic, Line, Text};
use super::{ColourToken, Foreground, Ground, Host, Requirement};

/// A foreground, every ground it may meet, and what it needs there.
pub(super) type Rule = (Foreground, &'static [Ground], Requirement);

const fn on<const N: usize>(tokens: [ColourToken; N]) -> [Ground; N] {
    let mut grounds = [Ground::Token(T::BgPage); N];
    let mut index = 0;
    while index < N {
        grounds[index] = Ground::Token(tokens[index]);
        index += 1;
    }
    grounds
}

/// Where plain content stands.
const GROUNDS: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken]);
/// The same and the notices.
const ALL_GROUNDS: &[Ground] = &on([
    T::BgPage,
    T::BgSurface,
    T::BgRaised,
    T::BgSunken,
    T::BrandSoft,
    T::DangerSoft,
    T::SuccessSoft,
    T::WarningSoft,
    T::InfoSoft,
]);
/// The same and the ring's other colour.
const RING_GROUNDS: &[Ground] = &on([
    T::BgPage,
    T::BgSurface,
    T::BgRaised,
    T::BgSunken,
    T::BrandSoft,
    T::DangerSoft,
    T::SuccessSoft,
    T::WarningSoft,
    T::InfoSoft,
    T::FocusInner,
]);
const BRAND_FILLS: &[Ground] = &on([T::BrandSolid, T::BrandSolidHover, T::BrandSolidActive]);
const STATUS_FILLS: &[Ground] = &on([T::DangerSolid, T::SuccessSolid, T::WarningSolid, T::InfoSolid]);
const WITH_BRAND_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::BrandSoft]);
const WITH_DANGER_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::DangerSoft]);
const WITH_SUCCESS_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::SuccessSoft]);
const WITH_WARNING_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::WarningSoft]);
const WITH_INFO_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::InfoSoft]);
const BACKDROPS: &[Ground] = &[Ground::Backdrop(Host::White), Ground::Backdrop(Host::Black)];

const fn one(token: ColourToken) -> Foreground {
    Foreground::Token(token)
}

/// Every pair that may meet.
pub(super) const RULES: &[Rule] = &[
    (one(T::FgDefault), ALL_GROUNDS, Text),
    (one(T::FgMuted), ALL_GROUNDS, Text),
    (one(T::FgPlaceholder), GROUNDS, Text),
    (one(T::FgLink), WITH_BRAND_SOFT, Text),
    (one(T::FgDisabled), GROUNDS, Disabled),
    (one(T::BrandOnSolid), BRAND_FILLS, Text),
    (one(T::BrandOnSoft), WITH_BRAND_SOFT, Text),
    (Foreground::Outlined(T::BrandSolid), GROUNDS, Graphic),
    (Foreground::Outlined(T::BrandSolidHover), GROUNDS, Graphic),
    (Foreground::Outlined(T::BrandSolidActive), GROUNDS, Graphic),
    (one(T::DangerOnSolid), &on([T::DangerSolid]), Text),
    (one(T::DangerOnSoft), WITH_DANGER_SOFT, Text),
    (one(T::DangerSolid), WITH_DANGER_SOFT, Graphic),
    (one(T::DangerBorder), WITH_DANGER_SOFT, Graphic),
    (one(T::SuccessOnSolid), &on([T::SuccessSolid]), Text),
    (one(T::SuccessOnSoft), WITH_SUCCESS_SOFT, Text),
    (one(T::SuccessSolid), WITH_SUCCESS_SOFT, Graphic),
    (one(T::SuccessBorder), WITH_SUCCESS_SOFT, Graphic),
    (one(T::WarningOnSolid), &on([T::WarningSolid]), Text),
    (one(T::WarningOnSoft), WITH_WARNING_SOFT, Text),
    (one(T::WarningSolid), WITH_WARNING_SOFT, Graphic),
    (one(T::WarningBorder), WITH_WARNING_SOFT, Graphic),
    (one(T::InfoOnSolid), &on([T::InfoSolid]), Text),
    (one(T::InfoOnSoft), WITH_INFO_SOFT, Text),
    (one(T::InfoSolid), WITH_INFO_SOFT, Graphic),
    (one(T::InfoBorder), WITH_INFO_SOFT, Graphic),
    (one(T::BorderDefault), GROUNDS, Line),
    (one(T::BorderStrong), GROUNDS, Graphic),
    (one(T::BorderField), GROUNDS, Graphic),
    (one(T::FocusOuter), RING_GROUNDS, Graphic),
    (Foreground::EitherOf(T::FocusInner, T::FocusOuter), BRAND_FILLS, Graphic),
    (Foreground::EitherOf(T::FocusInner, T::FocusOuter), STATUS_FILLS, Graphic),
    // The card on a dimmed page: its fill shows on what is lighter, its edge on what is darker.
    (Foreground::EitherOf(T::BgSurface, T::BorderStrong), BACKDROPS, Graphic),
];

"""Telephone numbers as people dial them."""

import phonenumbers


def national_number(phone: str, *, region: str) -> str:
    """A stored number (E.164, or a short one such as 116117) as dialled inside `region` ("DE")."""
    if not phone.startswith("+"):
        return phone
    parsed = phonenumbers.parse(phone, region)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)

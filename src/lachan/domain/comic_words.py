"""The closed vocabularies of comics: who, where, how, with what; docs/formats.md lists them."""

from __future__ import annotations

from enum import StrEnum


class PersonId(StrEnum):
    """The cast, which returns through all strips."""

    BONG = "bong"
    TI = "ti"
    HAN = "han"
    SON = "son"
    THU = "thu"
    MINH = "minh"
    MAI = "mai"
    NGOC = "ngoc"
    KHANG = "khang"
    LINH = "linh"
    TUAN = "tuan"
    ME = "me"
    BO = "bo"
    BA = "ba"
    ONG = "ong"
    CO_LAN = "colan"
    THAY_BINH = "thaybinh"
    YEN = "yen"
    HANH = "hanh"
    TRUC = "truc"
    TONG_DAI = "tongdai"
    BAY = "bay"
    DUNG = "dung"
    PHONG = "phong"
    HOI = "hoi"
    CHU = "chu"
    LE_TAN = "letan"


PERSON_NAMES = {
    PersonId.BONG: "Bông",
    PersonId.TI: "Tí",
    PersonId.HAN: "Hân",
    PersonId.SON: "Sơn",
    PersonId.THU: "Thư",
    PersonId.MINH: "Minh",
    PersonId.MAI: "Mây",
    PersonId.NGOC: "Ngọc",
    PersonId.KHANG: "Khang",
    PersonId.LINH: "Linh",
    PersonId.TUAN: "Tuấn",
    PersonId.ME: "Mẹ Hoa",
    PersonId.BO: "Bố Lực",
    PersonId.BA: "Bà Sáu",
    PersonId.ONG: "Ông Năm",
    PersonId.CO_LAN: "Cô Lan",
    PersonId.THAY_BINH: "Thầy Bình",
    PersonId.YEN: "Chị Yến (Ủy ban nhân dân xã)",
    PersonId.HANH: "Chị Hạnh (công an)",
    PersonId.TRUC: "Anh Trực (công an)",
    PersonId.TONG_DAI: "Cô ở Tổng đài 111",
    PersonId.BAY: "Bác Bảy",
    PersonId.DUNG: "Chị Dung",
    PersonId.PHONG: "Anh Phong",
    PersonId.HOI: "Cô Hợi",
    PersonId.CHU: "Chú Quân (bảo vệ)",
    PersonId.LE_TAN: "Chị Vy (lễ tân)",
}


class Face(StrEnum):
    """Twelve feelings, made of brows, eyes and mouth."""

    CALM = "calm"
    GLAD = "glad"
    LAUGHING = "laughing"
    SHY = "shy"
    PUZZLED = "puzzled"
    DOUBTFUL = "doubtful"
    WORRIED = "worried"
    STARTLED = "startled"
    SAD = "sad"
    ANGRY = "angry"
    DETERMINED = "determined"
    RELIEVED = "relieved"


class Pose(StrEnum):
    """What a body does."""

    STANDING = "standing"
    WALKING = "walking"
    RUNNING = "running"
    SITTING = "sitting"
    FLOOR = "floor"
    WRITING = "writing"
    POINTING = "pointing"
    WAVING = "waving"
    CROSSED = "crossed"
    CHIN = "chin"
    STOP = "stop"
    GIVING = "giving"
    TAKING = "taking"
    CALL = "call"
    SCREEN = "screen"
    HUG_BAG = "hug-bag"
    SHOULDER = "shoulder"
    KNEEL = "kneel"
    CARRY = "carry"
    COOK = "cook"
    RAISE = "raise"
    RIDE = "ride"
    BACK = "back"


class Look(StrEnum):
    """Where someone is turned to."""

    LEFT = "left"
    RIGHT = "right"
    FRONT = "front"
    BACK = "back"


class Held(StrEnum):
    """What is in a hand."""

    NOTHING = "nothing"
    PHONE = "phone"
    PAPER = "paper"
    CUP = "cup"
    BAG = "bag"
    BASKET = "basket"
    TICKET = "ticket"
    HELMET = "helmet"
    BROOM = "broom"
    BOWL = "bowl"
    PEN = "pen"
    BOOK = "book"
    GIFT = "gift"
    BOX = "box"
    MONEY = "money"
    CARD = "card"
    HAND = "hand"


class Outfit(StrEnum):
    """Which of the two sets of clothes is worn."""

    FIRST = "first"
    SECOND = "second"


class Shot(StrEnum):
    """How near the eye is: where it is, who does what, what someone feels."""

    WIDE = "wide"
    MIDDLE = "middle"
    CLOSE = "close"


class Time(StrEnum):
    """The light of a panel."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class SayKind(StrEnum):
    """How words are shown; an author writes the first three, the others follow from the place."""

    SPEECH = "speech"
    THOUGHT = "thought"
    PHONE = "phone"
    CAPTION = "caption"
    MESSAGE = "message"


class Place(StrEnum):
    """Where a panel is."""

    CLASSROOM = "classroom"
    YARD = "yard"
    GATE = "gate"
    ALLEY = "alley"
    HOUSE_FRONT = "house-front"
    KITCHEN = "kitchen"
    LIVING_ROOM = "living-room"
    BEDROOM = "bedroom"
    BUS_STATION = "bus-station"
    MARKET = "market"
    TEA_STALL = "tea-stall"
    RENTED_ROOM = "rented-room"
    NET_CAFE = "net-cafe"
    FACTORY_GATE = "factory-gate"
    SITE = "site"
    FIELD = "field"
    VILLAGE_GATE = "village-gate"
    HILL_PATH = "hill-path"
    COMMUNE_OFFICE = "commune-office"
    POLICE_DESK = "police-desk"
    AIRPORT = "airport"
    STREET = "street"
    HOTLINE = "hotline"
    SHOP = "shop"
    GUEST_HOUSE = "guest-house"
    LIBRARY = "library"
    PHONE = "phone"


class Thing(StrEnum):
    """What stands or lies about."""

    HEN = "hen"
    CAT = "cat"
    DOG = "dog"
    BICYCLE = "bicycle"
    MOTORBIKE = "motorbike"
    FAN = "fan"
    KITE = "kite"
    BALL = "ball"
    LANTERN = "lantern"
    FLOWER_POT = "flower-pot"
    TV = "tv"
    BOARD_TEXT = "board-text"
    POSTER = "poster"
    CLOCK = "clock"
    SUITCASE = "suitcase"
    TABLE_MEAL = "table-meal"
    PAPERS = "papers"
    EMPTY_CHAIR = "empty-chair"
    RAIN = "rain"
    MOON = "moon"

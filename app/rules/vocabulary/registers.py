"""The library, regulations, briefings, inspections and trainings."""

from __future__ import annotations

from app.rules.vocabulary.labelled import Labelled


class LegalDocumentKind(Labelled):
    """What sort of text a document of the library is."""

    LAW = "law", "Luật, pháp lệnh"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    DECISION = "decision", "Quyết định"
    DIRECTIVE = "directive", "Chỉ thị"
    PARTY_RULE = "party_rule", "Quy định, quy chế của Đảng"
    GUIDANCE = "guidance", "Hướng dẫn"
    CONCLUSION = "conclusion", "Nghị quyết, kết luận"
    OFFICIAL_LETTER = "official_letter", "Công văn"
    OTHER = "other", "Văn bản khác"


class RegulationStatus(Labelled):
    """Where a press regulation stands."""

    DRAFTING = "drafting", "Đang xây dựng"
    IN_FORCE = "in_force", "Đang áp dụng"
    AMENDED = "amended", "Đang áp dụng, đã sửa đổi, bổ sung"
    REPLACED = "replaced", "Đã được thay thế"
    ABOLISHED = "abolished", "Đã bãi bỏ"


class RegulationTopic(Labelled):
    """What a press regulation is expected to deal with."""

    SCOPE = "scope", "Phạm vi điều chỉnh, đối tượng áp dụng"
    SPOKESPERSON = "spokesperson", "Người phát ngôn"
    AUTHORISATION = "authorisation", "Ủy quyền phát ngôn"
    FORMS = "forms", "Hình thức phát ngôn, cung cấp thông tin"
    PERIODIC = "periodic", "Cung cấp thông tin định kỳ"
    SUDDEN = "sudden", "Cung cấp thông tin đột xuất"
    RIGHTS = "rights", "Quyền và trách nhiệm"
    PRESS_CONTENT = "press_content", "Xử lý thông tin trên báo chí"
    SECRECY = "secrecy", "Bảo vệ bí mật nhà nước"
    REWARDS = "rewards", "Khen thưởng, xử lý vi phạm"
    IMPLEMENTATION = "implementation", "Tổ chức thực hiện"


class ReviewResult(Labelled):
    """What a review of a regulation found."""

    FITS = "fits", "Còn phù hợp"
    AMEND = "amend", "Cần sửa đổi, bổ sung"
    REPLACE = "replace", "Cần ban hành quy chế mới"
    ABOLISH = "abolish", "Cần bãi bỏ"


class ReviewState(Labelled):
    """Whether a regulation fits the rules in force; computed, never typed."""

    NEEDED = "needed", "Cần rà soát"
    AMENDING = "amending", "Đã rà soát, chờ sửa đổi"
    CURRENT = "current", "Còn phù hợp"
    NOT_IN_USE = "not_in_use", "Không áp dụng"


class BriefingPart(Labelled):
    """The part of a year a press briefing is held for; with the year, a period's key."""

    Q1 = "Q1", "Quý I"
    Q2 = "Q2", "Quý II"
    Q3 = "Q3", "Quý III"
    Q4 = "Q4", "Quý IV"
    M01 = "01", "Tháng 1"
    M02 = "02", "Tháng 2"
    M03 = "03", "Tháng 3"
    M04 = "04", "Tháng 4"
    M05 = "05", "Tháng 5"
    M06 = "06", "Tháng 6"
    M07 = "07", "Tháng 7"
    M08 = "08", "Tháng 8"
    M09 = "09", "Tháng 9"
    M10 = "10", "Tháng 10"
    M11 = "11", "Tháng 11"
    M12 = "12", "Tháng 12"


class BriefingState(Labelled):
    """Where a press briefing stands."""

    PLANNED = "planned", "Kế hoạch"
    HELD = "held", "Đã tổ chức"
    POSTPONED = "postponed", "Hoãn"
    CANCELLED = "cancelled", "Hủy"


class InspectionKind(Labelled):
    """Who looks: the office at a body, or a body at itself."""

    INSPECTION = "inspection", "Kiểm tra"
    SELF_INSPECTION = "self_inspection", "Tự kiểm tra"


class CalledOff(Labelled):
    """Why an inspection that was planned is not held."""

    POSTPONED = "postponed", "Hoãn"
    CANCELLED = "cancelled", "Hủy"


class InspectionState(Labelled):
    """Where an inspection stands; computed, never typed."""

    PLANNED = "planned", "Trong kế hoạch"
    RUNNING = "running", "Đang kiểm tra"
    CONCLUDED = "concluded", "Đã kết luận"
    FOLLOWED_UP = "followed_up", "Đã theo dõi xong"
    POSTPONED = CalledOff.POSTPONED.value, CalledOff.POSTPONED.label
    CANCELLED = CalledOff.CANCELLED.value, CalledOff.CANCELLED.label


class TeamRole(Labelled):
    """What a member of an inspection team does there."""

    LEADER = "leader", "Trưởng đoàn"
    DEPUTY = "deputy", "Phó trưởng đoàn"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Thành viên"


class InspectionTopic(Labelled):
    """What is looked at in an inspection of speaking to the press."""

    REGULATION = "regulation", "Quy chế phát ngôn còn phù hợp"
    ASSIGNMENT = "assignment", "Phân công người phát ngôn"
    PUBLICATION = "publication", "Công bố người phát ngôn"
    AUTHORISATION = "authorisation", "Ủy quyền phát ngôn đúng quy định"
    IN_TIME = "in_time", "Phát ngôn, cung cấp thông tin đúng hạn"
    PRESS_CONTENT = "press_content", "Xử lý thông tin báo chí nêu"
    CORRECTION = "correction", "Yêu cầu phản hồi, cải chính"
    BRIEFING = "briefing", "Giao ban báo chí, họp báo"
    TRAINING = "training", "Tập huấn nghiệp vụ"
    SECRECY = "secrecy", "Bảo vệ bí mật nhà nước"
    FILES = "files", "Hồ sơ, sổ sách"


class CheckResult(Labelled):
    """What an inspection found about one topic."""

    PASSED = "passed", "Đạt"
    FAILED = "failed", "Chưa đạt"
    NOT_APPLICABLE = "not_applicable", "Không áp dụng"


class TrainingState(Labelled):
    """Where a training stands."""

    PLANNED = "planned", "Kế hoạch"
    HELD = "held", "Đã tổ chức"
    CANCELLED = "cancelled", "Hoãn, hủy"

"""Posts, staff, certificates, training, agreements."""
import datetime

from parts.base import BASE, Table, day, person, phone, rnd

post = Table("post", "岗位名称", "岗位类型", "部门", "必需证书", "专职",
             "最少人数", "岗位职责")
staff = Table("staff", "工号", "姓名", "部门", "主岗位", "电话", "电子邮箱",
              "出生日期", "学历", "入职日期", "离职日期", "社保缴纳月数",
              "意外险到期日", "无禁止从业情形声明日期")
certificate = Table("certificate", "证书编号", "人员", "证书类型", "等级",
                    "发证机构", "有效期自", "有效期至", "核验人", "核验日期")
training = Table("training", "培训编号", "培训名称", "主题", "计划日期",
                 "举办日期", "计划学时", "实际学时", "授课人", "地点")
attendance = Table("attendance", "签到编号", "培训", "人员", "学时",
                   "考核结果", "成绩")
nda = Table("nda", "协议编号", "人员", "签订日期", "有效期至",
            "离职后保密月数")

# name, kind, department, certificates, dedicated, persons
POSTS = [
    ("总经理", "企业负责人", "管理部", "", "否", 1),
    ("受理员", "受理", "客服部", "", "否", 3),
    ("调度员", "调度", "客服部", "", "否", 2),
    ("维修技术员", "维保/维修", "运维部", "安全防范系统安装维护员", "否", 11),
    ("高空作业技术员", "维保/维修", "运维部",
     "安全防范系统安装维护员、特种作业-高处", "否", 2),
    ("设计施工员", "设计施工", "工程部", "安全防范系统安装维护员", "否", 4),
    ("值机员", "人工值守", "报警中心", "保安员证", "否", 6),
    ("值班长", "值班长", "报警中心", "保安员证", "否", 2),
    ("现场处置员", "现场处置巡逻", "报警中心", "保安员证", "否", 3),
    ("备件管理员", "备件管理", "物资部", "", "否", 1),
    ("质量监督员", "质量监督", "质量部", "", "是", 1),
    ("人事培训专员", "人事培训", "管理部", "", "否", 1),
    ("档案管理员", "档案管理", "管理部", "", "否", 1),
    ("保密管理员", "保密管理", "管理部", "", "否", 1),
    ("应急负责人", "应急负责", "运维部", "", "否", 1),
]
ISSUERS = {"保安员证": "云澜市公安局（演示）",
           "安全防范系统安装维护员": "云澜市职业技能鉴定中心（演示）",
           "特种作业-高处": "云澜市应急管理局（演示）",
           "特种作业-电工": "云澜市应急管理局（演示）",
           "职称": "云澜市人力资源和社会保障局（演示）",
           "供应商认证": "演视技术学院（演示）",
           "机动车驾驶证": "云澜市交通管理支队（演示）"}
YEARS = {"保安员证": None, "安全防范系统安装维护员": None, "职称": None,
         "特种作业-高处": 3, "特种作业-电工": 3, "供应商认证": 2,
         "机动车驾驶证": 6}


def make_certificate(row, kind, left=None):
    """left: days until it ends, None: somewhere in its life."""
    years = YEARS[kind]
    hired = (datetime.date.fromisoformat(row["入职日期"]) - BASE).days
    if years is None:
        start, end = hired - rnd.randint(0, 600), ""
    else:
        left = rnd.randint(150, 365 * years - 60) if left is None else left
        start, end = left - 365 * years, day(left)
    certificate.add(证书编号="YSZ%06d" % (len(certificate.rows) + 1),
                    人员=row["工号"], 证书类型=kind,
                    等级="三级" if kind == "安全防范系统安装维护员" else "",
                    发证机构=ISSUERS[kind], 有效期自=day(start), 有效期至=end,
                    核验人="YS-RY-0036", 核验日期=day(min(start + 20, -2)))


def make_staff():
    educations = ["本科"] * 3 + ["专科"] * 5 + ["高中/中专"] * 2 + ["硕士及以上"]
    for name, kind, department, needs, dedicated, persons in POSTS:
        post.add(岗位名称=name, 岗位类型=kind, 部门=department, 必需证书=needs,
                 专职=dedicated, 最少人数=str(max(1, persons - 1)),
                 岗位职责="按公司《岗位职责汇编》执行")
        for _ in range(persons):
            n = len(staff.rows) + 1
            hired = -rnd.randint(120, 3600)
            staff.add(工号="YS-RY-%04d" % n, 姓名=person(), 部门=department,
                      主岗位=name, 电话=phone(n + 10),
                      电子邮箱="ry%04d@demo.invalid" % n,
                      出生日期=day(hired - rnd.randint(19 * 366, 40 * 365)),
                      学历=rnd.choice(educations), 入职日期=day(hired),
                      离职日期=day(-40) if n == 18 else "",
                      社保缴纳月数=str(-hired // 30),
                      意外险到期日=day(rnd.choice([20, 150, 240, 300])),
                      无禁止从业情形声明日期=day(hired))


def make_certificates():
    needs = {p["岗位名称"]: [c for c in p["必需证书"].split("、") if c]
             for p in post.rows}
    for row in staff.rows:
        for kind in needs[row["主岗位"]]:
            make_certificate(row, kind)
    technicians = [r for r in staff.rows if r["部门"] == "运维部"]
    for n, row in enumerate(technicians):
        # one is over, three end within 90 days
        make_certificate(row, "特种作业-电工", {0: -25, 1: 12, 2: 45, 3: 80}.get(n))
        if n % 2 == 0:
            make_certificate(row, "机动车驾驶证")
        if n % 3 == 0:
            make_certificate(row, "供应商认证")
        if n % 5 == 0:
            make_certificate(row, "职称")


TRAININGS = [("安全防范法律法规", "法律法规", 4), ("值机与复核流程", "保安知识", 6),
             ("视频系统排障", "专业技能", 8), ("报警主机编程与调试", "专业技能", 8),
             ("触电与高处作业安全", "安全生产", 4), ("用户信息保密", "保密", 2),
             ("突发故障应急演练讲评", "应急处置", 4), ("新员工岗前培训", "保安知识", 16)]


def make_training():
    for year in (2, 1, 0):
        for i, (name, topic, hours) in enumerate(TRAININGS):
            at = -365 * year - 330 + i * 42
            n = len(training.rows) + 1
            training.add(培训编号="YS-PX-%04d" % n, 培训名称=name, 主题=topic,
                         计划日期=day(at - 3), 举办日期=day(at),
                         计划学时=str(hours), 实际学时=str(hours),
                         授课人=staff.rows[(n * 7) % 30]["姓名"],
                         地点="公司培训室")
            make_attendance(n, at, hours)
    training.add(培训编号="YS-PX-%04d" % (len(training.rows) + 1),
                 培训名称="年度安全生产培训", 主题="安全生产", 计划日期=day(35),
                 计划学时="8", 授课人=staff.rows[0]["姓名"], 地点="公司培训室")


def make_attendance(n, at, hours):
    for k, row in enumerate(staff.rows):
        if row["入职日期"] > day(at) or (k + n) % 3 == 0:
            continue
        failed = (k * 31 + n) % 41 == 0
        attendance.add(签到编号="YS-QD-%05d" % (len(attendance.rows) + 1),
                       培训="YS-PX-%04d" % n, 人员=row["工号"],
                       学时=str(hours), 考核结果="不合格" if failed else "合格",
                       成绩=str(52 if failed else rnd.randint(70, 99)))


def make_ndas():
    for n, row in enumerate(staff.rows[:-1]):  # one has not signed yet
        hired = (datetime.date.fromisoformat(row["入职日期"]) - BASE).days
        signed = max(hired, -900)
        ends = {5: 25, 9: -12}.get(n, signed + 1095)
        nda.add(协议编号="YS-BM-%04d" % (n + 1), 人员=row["工号"],
                签订日期=day(signed), 有效期至=day(ends), 离职后保密月数="24")

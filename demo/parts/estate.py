"""Systems, devices, panels, zones, camera channels."""
from parts.base import MAKES, Table, day, rnd
from parts.customers import customer, site, sites

system = Table("system", "系统编号", "系统名称", "服务场所", "子系统",
               "系统版本", "投入使用日期", "安全等级", "设计标准",
               "反恐重点目标", "视频保存天数", "公安备案编号", "备案日期")
device = Table("device", "设备编号", "设备名称", "服务场所", "系统", "区域部位",
               "上级设备", "设备类型", "层次", "重要程度", "核心部件类别", "状态",
               "安装位置", "品牌", "型号", "序列号", "固件版本", "网络地址",
               "国标编码", "安装日期", "质保到期日")
camera = Table("camera", "通道编号", "通道名称", "服务场所", "设备", "录像机",
               "主码流", "应存天数", "实存天数", "最近检查时间")
panel = Table("panel", "主机编号", "主机名称", "服务场所", "设备", "接入状态",
              "接入日期", "协议", "用户编号", "接收线路", "报文格式", "加密",
              "密钥引用", "国标编码", "主机时钟偏移", "传输路径",
              "有线网络监测间隔", "4G监测间隔", "GPRS监测间隔", "NB-IoT监测间隔",
              "备用电源续航", "电池更换日期")
partition = Table("partition", "分区名称", "报警主机", "分区号", "布撤防计划")
zone = Table("zone", "防区名称", "报警主机", "防区号", "分区", "防区类型",
             "区域部位", "探测器类型", "探测原理", "相邻防区", "联动摄像机",
             "最近步测日期")

# kind: layer, criticality, core part, model
SPECS = {
    "管理平台": ("后端", "核心", "控制主机", "YS-VMS"),
    "录像机": ("后端", "核心", "控制主机", "YS-NVR32"),
    "摄像机": ("前端", "非核心", "摄像头", "YS-IPC4"),
    "交换机": ("传输", "核心", "", "YS-SW24"),
    "报警主机": ("后端", "核心", "控制主机", "YD-AP16"),
    "报警键盘": ("前端", "非核心", "", "YD-KP2"),
    "探测器": ("前端", "非核心", "报警探测器", "YS-DT3"),
    "紧急按钮": ("前端", "核心", "报警探测器", "YS-HB1"),
    "声光报警器": ("前端", "非核心", "", "YS-SR1"),
    "门禁控制器": ("后端", "核心", "控制主机", "YM-AC4"),
    "读卡器": ("前端", "非核心", "读卡器", "YM-RD2"),
    "电控锁": ("前端", "非核心", "", "YM-LK1"),
    "巡查点": ("前端", "非核心", "", "YS-PT1"),
    "巡查器": ("后端", "非核心", "", "YS-PR2"),
    "道闸": ("前端", "核心", "", "YM-BG6"),
    "车牌识别机": ("前端", "核心", "摄像头", "YM-LP2"),
    "收费设备": ("后端", "非核心", "", "YM-PY1"),
    "备用电源": ("后端", "非核心", "", "YS-UPS2"),
}
VERSIONS = {"视频监控": "VMS 5.2", "入侵报警": "AP 3.1", "出入口控制": "AC 2.7",
            "电子巡查": "GT 1.4", "停车管理": "PK 4.0"}


class Install:
    """One system at one site, with the devices that hang on it."""

    def __init__(self, place, kind):
        self.site, self.areas = place[0], place[2]
        self.short = self.site["场所名称"]
        self.since = -rnd.randint(200, 3000)
        n = len(system.rows) + 1
        video = kind == "视频监控"
        self.terror = video and place[3] and n % 9 == 0
        self.days = 90 if self.terror else 30
        self.row = system.add(
            系统编号="YS-XT-%04d" % n, 系统名称=self.short + kind + "系统",
            服务场所=self.site["场所编号"], 子系统=kind, 系统版本=VERSIONS[kind],
            投入使用日期=day(self.since),
            安全等级=rnd.choice(["二级", "三级"]) if place[3] else "一级",
            设计标准="GB 50348", 反恐重点目标="是" if self.terror else "否",
            视频保存天数=str(self.days) if video else "",
            公安备案编号="YSBA%05d" % n if video else "",
            备案日期=day(self.since + 21) if video else "")

    def device(self, kind, name, where=None, up=None, gb_type=None):
        layer, criticality, part, model = SPECS[kind]
        n = len(device.rows) + 1
        where = where or rnd.choice(self.areas)
        late = rnd.random() < 0.2
        since = max(self.since, -1500) // 2 if late else self.since
        state = "故障" if n % 97 == 0 else "停用" if n % 211 == 0 else "在用"
        return device.add(
            设备编号="YS-SB-%05d" % n, 设备名称=name.removeprefix(self.short),
            服务场所=self.site["场所编号"], 系统=self.row["系统编号"],
            区域部位=where["区域编号"], 上级设备=up["设备编号"] if up else "",
            设备类型=kind, 层次=layer, 重要程度=criticality, 核心部件类别=part,
            状态=state, 安装位置=where["楼层"] + where["区域名称"],
            品牌=MAKES[n % 4], 型号=model, 序列号="YSN%08d" % (n * 7919),
            固件版本="V%d.%d" % (1 + n % 3, n % 10),
            网络地址="10.%d.%d.%d" % (n // 60000, n // 250 % 250, n % 250 + 1)
            if gb_type or kind == "交换机" else "",
            国标编码="9901000000%s0%06d" % (gb_type, n) if gb_type else "",
            安装日期=day(since), 质保到期日=day(since + 1095))


def make_video(place, cameras):
    it = Install(place, "视频监控")
    control = it.areas[-1]
    switch = it.device("交换机", it.short + "接入交换机", control)
    top = None
    if cameras >= 10:
        top = it.device("管理平台", it.short + "视频平台", control, None, "200")
    recorder = it.device("录像机", it.short + "录像机", control, top, "118")
    it.device("备用电源", it.short + "不间断电源", control, recorder)
    made = []
    for k in range(cameras):
        where = it.areas[k % len(it.areas)]
        name = "%s摄像机%02d" % (where["区域名称"], k + 1)
        d = it.device("摄像机", it.short + name, where, recorder, "132")
        n = len(camera.rows) + 1
        measured = it.days + rnd.randint(0, 12)
        if n % 29 == 0:
            measured = it.days - rnd.randint(2, 11)  # disk too small
        made.append(camera.add(
            通道编号="YS-TD-%04d" % n, 通道名称=it.short + name,
            服务场所=it.site["场所编号"], 设备=d["设备编号"],
            录像机=recorder["设备编号"],
            主码流="rtsp://%s/ch1/main" % d["网络地址"], 应存天数=str(it.days),
            实存天数=str(measured),
            最近检查时间="%s %02d:%02d" % (day(-rnd.randint(1, 9)),
                                         rnd.randint(8, 17), rnd.randint(0, 59))))
    assert switch
    return made


# detector, principle, zone type, device kind
DETECTORS = [("门磁", "磁开关", "延时", "探测器"),
             ("双技术", "红外加微波", "瞬时", "探测器"),
             ("紧急按钮", "人工触发", "紧急", "紧急按钮"),
             ("被动红外", "被动红外", "瞬时", "探测器"),
             ("玻璃破碎", "声音", "瞬时", "探测器"),
             ("振动", "振动", "24小时", "探测器"),
             ("感烟", "光电感烟", "火灾", "探测器"),
             ("主动红外对射", "光束遮断", "瞬时", "探测器")]


def make_panel(place, zones, cameras):
    it = Install(place, "入侵报警")
    n = len(panel.rows) + 1
    account = "%04X" % (0x1000 + n * 3)
    host = it.device("报警主机", it.short + "报警主机", it.areas[-1], None,
                     "117" if n % 12 == 0 else None)
    it.device("报警键盘", it.short + "布撤防键盘", it.areas[0], host)
    gb = n % 12 == 0
    relayed = n % 10 == 0 and not gb
    paths = ["有线网络", "4G"] if n % 3 else ["NB-IoT"] if n % 2 else ["GPRS"]
    seconds = {"有线网络": "60", "4G": "3600", "GPRS": "7200", "NB-IoT": "86400"}
    state = {7: "调试中", 41: "暂停"}.get(n, "在网")
    row = panel.add(
        主机编号="YS-ZJ-%04d" % n, 主机名称=it.short + "报警主机",
        服务场所=it.site["场所编号"], 设备=host["设备编号"], 接入状态=state,
        接入日期=day(it.since + 7), 用户编号=account, 接收线路="R1L%d" % (1 + n % 4),
        协议="GB/T 28181" if gb else "经接收机转发" if relayed else "DC-09",
        报文格式="" if gb or relayed else "SIA" if n % 2 else "Contact ID",
        加密="" if gb or relayed else "AES-128" if n % 5 else "不加密",
        密钥引用="" if gb or relayed or n % 5 == 0 else "panel-%04d" % n,
        国标编码=host["国标编码"] if gb else "", 主机时钟偏移="0",
        传输路径="、".join(paths), 备用电源续航=rnd.choice(["4", "8", "8", "12"]),
        电池更换日期=day(-rnd.randint(30, 1200)),
        **{p + "监测间隔": seconds[p] for p in paths})
    names = ["营业区", "库区", "办公区"][:1 + zones // 6]
    parts = [partition.add(分区名称="%s-%d %s" % (account, k + 1, label),
                           报警主机=row["主机编号"], 分区号=str(k + 1),
                           布撤防计划="每日 18:30 布防，08:00 撤防，容差15分钟")
             for k, label in enumerate(names)]
    for k in range(zones):
        make_zone(it, row, host, parts, k, zones, cameras)


def make_zone(it, row, host, parts, k, zones, cameras):
    detector, principle, zone_type, kind = DETECTORS[k % len(DETECTORS)]
    where = it.areas[k % len(it.areas)]
    name = where["区域名称"] + detector
    it.device(kind, "%s%s%02d" % (it.short, name, k + 1), where, host)
    near = [str(z) for z in (k, k + 2) if 1 <= z <= zones]
    seen = [c for c in cameras if where["区域名称"] in c["通道名称"]]
    zone.add(防区名称="%s%02d" % (name, k + 1), 报警主机=row["主机编号"],
             防区号=str(k + 1), 分区=parts[k % len(parts)]["分区名称"],
             防区类型=zone_type, 区域部位=where["区域编号"], 探测器类型=detector,
             探测原理=principle, 相邻防区=",".join(near),
             联动摄像机=seen[0]["通道编号"] if seen else "",
             最近步测日期=day(-rnd.randint(3, 28)))


def make_access(place):
    it = Install(place, "出入口控制")
    for k, where in enumerate(it.areas[:2]):
        host = it.device("门禁控制器", "%s门禁控制器%d" % (it.short, k + 1), where)
        for side in ("进门", "出门"):
            it.device("读卡器", "%s%s%s读卡器" % (it.short, where["区域名称"], side),
                      where, host)
        it.device("电控锁", "%s%s电控锁" % (it.short, where["区域名称"]), where,
                  host)


def make_parking(place):
    it = Install(place, "停车管理")
    pay = it.device("收费设备", it.short + "收费终端", it.areas[0])
    for side in ("入口", "出口"):
        it.device("车牌识别机", "%s%s车牌识别机" % (it.short, side), it.areas[0],
                  pay)
        it.device("道闸", "%s%s道闸" % (it.short, side), it.areas[0], pay)


def make_patrol(place):
    it = Install(place, "电子巡查")
    reader = it.device("巡查器", it.short + "巡查器", it.areas[-1])
    for k in range(5):
        where = it.areas[k % len(it.areas)]
        it.device("巡查点", "%s%s巡查点%d" % (it.short, where["区域名称"], k + 1),
                  where, reader)


DEVICES = 2000
WATCHED = ("医院", "场馆", "住宅")


def make_systems():
    """Video where something is worth it; the last ones fill up to DEVICES."""
    for n, place in enumerate(sites):
        kind, cameras = place[1], []
        if kind in WATCHED or n % 5 == 0:
            cameras = make_video(place, 10 if n % 20 == 0 else 4 + n % 2)
        make_panel(place, 6 + n % 5, cameras)
        if kind in ("楼宇", "机关") and n % 2 == 0:
            make_access(place)
        if kind == "园区" and n % 2 == 0:
            make_parking(place)
        if kind == "住宅" and n % 2 == 0:
            make_patrol(place)
    short = DEVICES - len(device.rows)
    assert 0 <= short <= 20, short
    recorder = device.rows[-1]
    for k in range(short):  # spare ones, on the shelf of the last system
        device.add(**dict(recorder, 设备编号="YS-SB-%05d" % (len(device.rows) + 1),
                          设备名称="备用摄像机%02d" % (k + 1), 设备类型="摄像机",
                          层次="前端", 重要程度="非核心", 核心部件类别="摄像头",
                          状态="备用", 上级设备="", 型号="YS-IPC4",
                          序列号="YSB%06d" % k, 网络地址="", 国标编码=""))


def scopes_of_customers():
    by_site = {s["场所编号"]: s["用户单位"] for s in site.rows}
    order = list(VERSIONS)
    found = {c["客户编号"]: set() for c in customer.rows}
    for row in system.rows:
        found[by_site[row["服务场所"]]].add(row["子系统"])
    return {c: sorted(k, key=order.index) for c, k in found.items()}


# ---- the panels alive: a scenario for anwei panel ----

KEY = "text:ANWEI-DEMO-PANEL"  # DEMO_KEY in src/archive/demo.h: no secret


def scenario():
    """Every panel that speaks DC-09 and is in use, in groups of the same
    line, format, key and path; a gentle day."""
    groups = {}
    for p in panel.rows:
        if p["协议"] != "DC-09" or p["接入状态"] != "在网":
            continue
        wired = "有线网络" in p["传输路径"]
        name = "%s-%s-%s-%s" % (
            p["接收线路"], "sia" if p["报文格式"] == "SIA" else "cid",
            "plain" if p["加密"] == "不加密" else "key",
            "ip" if wired else "radio")
        g = groups.setdefault(name, {
            "name": name, "line": p["接收线路"],
            "format": "sia" if p["报文格式"] == "SIA" else "cid",
            "transport": "udp" if wired else "tcp", "stays": False,
            "heartbeat_s": 40 if wired else 1800, "accounts": []})
        if p["加密"] != "不加密":
            g["key"] = KEY
        g["accounts"].append(p["用户编号"])
    return {"note": "Made by demo/make.py: the demo company's panels, alive.",
            "groups": list(groups.values()),
            "actions": list(actions(sorted(groups)))}


def actions(names):
    """A few alarms in ten minutes, people coming and going, a trouble now
    and then."""
    wired = [n for n in names if n.endswith("ip")]

    def one(at, what, group, every, **more):
        return {"at_s": at, "do": what, "group": group, "every_s": every,
                "panels": 1, "pick": "random", **more}
    for k, name in enumerate(names):
        yield one(5 + 7 * k, "open", name, 1200, number=1)
        yield one(400 + 11 * k, "close", name, 1200, number=1)
        yield one(90 + 13 * k, "test", name, 1800)
    yield one(20, "burglary", wired[0], 300, number=1, restore_s=60)
    yield one(140, "burglary", wired[1], 480, number=2, restore_s=90)
    yield one(45, "mains", wired[2], 900, restore_s=240)
    yield one(200, "fire", wired[3 % len(wired)], 1500, number=4,
              restore_s=120)
    yield one(260, "tamper", wired[4 % len(wired)], 1200, number=3,
              restore_s=60)
    yield one(330, "trouble", wired[5 % len(wired)], 1500, number=2)
    yield one(520, "holdup", wired[0], 1800, number=5)
    yield one(610, "battery", names[-1], 2400)
    yield one(700, "burglary", wired[2], 1800, number=3, times=6, gap_s=20,
              restore_s=5)

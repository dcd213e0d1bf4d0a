# package.cmake - what is installed where, and the Debian package.
set(MADE ${CMAKE_BINARY_DIR}/made)
file(MAKE_DIRECTORY ${MADE})
add_custom_command(OUTPUT ${MADE}/anwei.conf ${MADE}/anwei.conf.5.gz
  COMMAND env LC_ALL=C ${CMAKE_SOURCE_DIR}/deploy/conf.sh $<TARGET_FILE:anwei>
    > ${MADE}/anwei.conf
  COMMAND env LC_ALL=C $<TARGET_FILE:anwei> config man
    | gzip -9n > ${MADE}/anwei.conf.5.gz
  DEPENDS anwei ${CMAKE_SOURCE_DIR}/deploy/conf.sh VERBATIM)
add_custom_target(made DEPENDS ${MADE}/anwei.conf)

install(TARGETS anwei DESTINATION bin)
install(FILES ${MADE}/anwei.conf DESTINATION /etc/anwei)
install(FILES ${MADE}/anwei.conf.5.gz DESTINATION share/man/man5)
install(FILES deploy/anwei.service DESTINATION /lib/systemd/system)
install(DIRECTORY web/dist/ DESTINATION share/anwei/web)
install(DIRECTORY packs/ DESTINATION share/anwei/packs)
install(DIRECTORY demo/ DESTINATION share/anwei/demo
  FILES_MATCHING PATTERN "*.csv" PATTERN "parts" EXCLUDE)
install(FILES README.md README.zh-CN.md CHANGES.md
  DESTINATION share/doc/anwei)
install(FILES LICENSE DESTINATION share/doc/anwei RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME anwei)
set(CPACK_PACKAGE_CONTACT "The Anwei maintainers <anwei@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "alarms, maintenance and rating of security systems")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata, fonts-noto-cjk, passwd, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  "${CMAKE_SOURCE_DIR}/deploy/deb/postinst"
  "${CMAKE_SOURCE_DIR}/deploy/deb/prerm"
  "${CMAKE_SOURCE_DIR}/deploy/deb/conffiles")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
